/// The digits of EAN and UPC as widths of bars and spaces (ISO/IEC 15420, table 1).
enum RetailDigits {
  /// Number set A: widths of space, bar, space, bar; C has the same widths, bar first, and B those
  /// of C from behind.
  static let setA: [[Float]] = [
    [3, 2, 1, 1], [2, 2, 2, 1], [2, 1, 2, 2], [1, 4, 1, 1], [1, 1, 3, 2],
    [1, 2, 3, 1], [1, 1, 1, 4], [1, 3, 1, 2], [1, 2, 1, 3], [3, 1, 1, 2],
  ]

  /// Sets A and B one behind the other: an index from 10 on is a digit of set B.
  static let setsAB: [[Float]] = setA + setA.map { $0.reversed() }

  /// Which of the six left digits of EAN-13 are of set B, first digit's bit highest, for each
  /// value of the digit that has no bars (table 3).
  static let leadingDigit: [Int: UInt8] = [
    0b000000: 0, 0b001011: 1, 0b001101: 2, 0b001110: 3, 0b010011: 4,
    0b011001: 5, 0b011100: 6, 0b010101: 7, 0b010110: 8, 0b011010: 9,
  ]

  /// The same of UPC-E with number system 0: its check digit (table 4); number system 1 has the
  /// sets exchanged.
  static let shortCheckDigit: [Int: UInt8] = [
    0b111000: 0, 0b110100: 1, 0b110010: 2, 0b110001: 3, 0b101100: 4,
    0b100110: 5, 0b100011: 6, 0b101010: 7, 0b101001: 8, 0b100101: 9,
  ]

  /// Whether the last digit is the check digit of those before it (GS1 General Specifications,
  /// 7.9.1).
  static func checks(_ digits: [UInt8]) -> Bool {
    var (sum, weight) = (0, 1)
    for digit in digits.reversed() {
      sum += Int(digit) * weight
      weight = 4 - weight
    }
    return sum % 10 == 0
  }

  /// The eleven digits and check digit of the UPC-A that a UPC-E abbreviates.
  static func expanded(_ short: [UInt8]) -> [UInt8] {
    let (system, body, check) = (short[0], Array(short[1...6]), short[7])
    switch body[5] {
    case 0...2: return [system, body[0], body[1], body[5], 0, 0, 0, 0] + body[2...4] + [check]
    case 3: return [system] + body[0...2] + [0, 0, 0, 0, 0] + body[3...4] + [check]
    case 4: return [system] + body[0...3] + [0, 0, 0, 0, 0] + [body[4], check]
    default: return [system] + body[0...4] + [0, 0, 0, 0, body[5], check]
    }
  }
}
