/// Whether corrected code words really are words of the Reed–Solomon code (ISO/IEC 16022, 5.7).
///
/// libdmtx corrects words without a look at what came out, and makes messages out of symbols of
/// another size.
struct DataMatrixBlocks {
  /// Data words and error correction words of a block follow one another at this distance.
  let count: Int
  /// Error correction words of all blocks together.
  let errorWords: Int

  func hold(_ words: [UInt8]) -> Bool {
    guard count > 0, errorWords > 0, errorWords < words.count else { return false }
    // The blocks of 144 × 144 modules aren't equally long; by the sheer number of its words none
    // comes about by chance.
    guard words.count % count == 0 else { return true }
    return (0..<count).allSatisfy { block in
      (1...errorWords / count).allSatisfy { root in
        stride(from: block, to: words.count, by: count).reduce(UInt8(0)) { sum, index in
          Self.times(sum, power: root) ^ words[index]
        } == 0
      }
    }
  }

  private static func times(_ value: UInt8, power: Int) -> UInt8 {
    value == 0 ? 0 : powers[(logarithms[Int(value)] + power) % 255]
  }

  /// Powers of 2 modulo x⁸ + x⁵ + x³ + x² + 1.
  private static let powers: [UInt8] = {
    var powers: [UInt8] = [1]
    while powers.count < 255 {
      let last = powers[powers.count - 1]
      powers.append(last & 0x80 == 0 ? last << 1 : last << 1 ^ 0x2D)
    }
    return powers
  }()

  private static let logarithms: [Int] = {
    var logarithms = [Int](repeating: 0, count: 256)
    for (exponent, value) in powers.enumerated() { logarithms[Int(value)] = exponent }
    return logarithms
  }()
}
