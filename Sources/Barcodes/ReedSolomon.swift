/// Reed–Solomon check words over GF(256): QR Code and Data Matrix differ in the field's polynomial
/// and in the power with which the generator's roots begin.
struct ReedSolomon: Sendable {
  /// The generator times every byte that may be fed back: `checkWords` numbers a byte.
  private let products: [UInt8]
  /// How many check words a block has.
  let checkWords: Int

  /// A code of a number of check words, whose generator has the roots α^first … in a field.
  init(field: GaloisField, checkWords: Int, firstRoot: Int) {
    self.checkWords = checkWords
    let generator = field.generator(degree: checkWords, firstRoot: firstRoot)
    products = (0...255).flatMap { factor in
      generator.map { field.product($0, UInt8(factor)) }
    }
  }

  /// Divides data words by the generator; what remains are the check words.
  ///
  /// `words[start], words[start + step] …`, `count` of them, are read, and the remainder goes into
  /// `checks`, which has `checkWords` places.
  @inline(__always)
  func remainder(
    of words: UnsafePointer<UInt8>, count: Int, step: Int,
    into checks: UnsafeMutablePointer<UInt8>
  ) {
    products.withUnsafeBufferPointer { table in
      guard let table = table.baseAddress else { return }
      checks.initialize(repeating: 0, count: checkWords)
      let last = checkWords - 1
      for index in 0..<count {
        let row = table + Int(words[index * step] ^ checks[0]) * checkWords
        for place in 0..<last { checks[place] = checks[place + 1] ^ row[place] }
        checks[last] = row[last]
      }
    }
  }
}

/// GF(256) by logarithms to the base α = 2.
struct GaloisField: Sendable {
  private let powers: [UInt8]
  private let logarithms: [Int]

  /// The field of an irreducible polynomial, written as its bits.
  init(polynomial: Int) {
    var powers: [UInt8] = [], logarithms = Array(repeating: 0, count: 256)
    var element = 1
    for exponent in 0..<255 {
      powers.append(UInt8(element))
      logarithms[element] = exponent
      element <<= 1
      if element > 255 { element ^= polynomial }
    }
    (self.powers, self.logarithms) = (powers, logarithms)
  }

  func product(_ a: UInt8, _ b: UInt8) -> UInt8 {
    a == 0 || b == 0 ? 0 : powers[(logarithms[Int(a)] + logarithms[Int(b)]) % 255]
  }

  /// The product of (x + α^i), without the leading 1, highest power first.
  fileprivate func generator(degree: Int, firstRoot: Int) -> [UInt8] {
    var factors: [UInt8] = [1]
    for exponent in firstRoot..<firstRoot + degree {
      let root = powers[exponent % 255]
      let scaled = [0] + factors.map { product($0, root) }
      factors = zip(factors + [0], scaled).map { $0 ^ $1 }
    }
    return Array(factors.dropFirst())
  }
}
