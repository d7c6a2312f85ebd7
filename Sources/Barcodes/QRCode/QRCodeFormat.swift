/// Format information: the level and the mask, twice (ISO/IEC 18004:2015, 7.9).
enum QRCodeFormat {
  /// Fifteen bits.
  static func bits(_ level: EncodingOptions.ErrorCorrection, mask: Int) -> Int {
    coded(level.indicator << 3 | mask, checkBits: 10, generator: 0x537) ^ 0x5412
  }

  /// Data with the remainder of its division by a generator behind it (Annexes C and D).
  static func coded(_ data: Int, checkBits: Int, generator: Int) -> Int {
    var remainder = data
    for _ in 0..<checkBits {
      remainder = remainder << 1 ^ (remainder >> (checkBits - 1) & 1) * generator
    }
    return data << checkBits | remainder & (1 << checkBits - 1)
  }

  /// Where the bits stand (Figure 25): 0 to 14 around the upper left finder pattern, and again
  /// beside the other two.
  static func spots(size: Int) -> [(column: Int, row: Int)] {
    let down = (0..<8).map { (column: 8, row: $0 < 6 ? $0 : $0 + 1) }
    let left = (8..<15).map { (column: $0 == 8 ? 7 : 14 - $0, row: 8) }
    let right = (0..<8).map { (column: size - 1 - $0, row: 8) }
    let below = (8..<15).map { (column: 8, row: size - 15 + $0) }
    return down + left + right + below
  }
}

extension EncodingOptions.ErrorCorrection {
  /// Table 12.
  fileprivate var indicator: Int {
    switch self {
    case .low: 1
    case .medium: 0
    case .quartile: 3
    case .high: 2
    }
  }
}
