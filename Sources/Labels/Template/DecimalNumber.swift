/// A decimal number as people write it, with every digit that was given: prices aren't binary.
struct DecimalNumber {
  private let isNegative: Bool
  private let whole: [UInt8]
  private let decimals: [UInt8]

  /// Reads an optional sign, digits, and decimals behind a point; nil for anything else.
  init?(_ text: String) {
    var rest = Array(text.utf8)[...]
    isNegative = rest.first == UInt8(ascii: "-")
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      rest.removeFirst()
    }
    let parts = rest.split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let isDigit = { (byte: UInt8) in (0x30...0x39).contains(byte) }
    guard parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(isDigit) }), let first = parts.first
    else { return nil }
    whole = first.map { $0 - 0x30 }
    decimals = parts.count == 2 ? parts[1].map { $0 - 0x30 } : []
  }

  /// With so many decimals; half a unit is rounded away from zero, as in trade.
  func rounded(to places: Int) -> String {
    var digits = [0] + whole + decimals.prefix(places)
    digits += Array(repeating: 0, count: max(0, places - decimals.count))
    if decimals.count > places, decimals[places] >= 5 { Self.increment(&digits) }
    let text = String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    let point = text.utf8.count - places
    let leading = text.prefix(point).drop { $0 == "0" }
    let isZero = digits.allSatisfy { $0 == 0 }
    return (isNegative && !isZero ? "-" : "") + (leading.isEmpty ? "0" : leading)
      + (places == 0 ? "" : "." + text.suffix(places))
  }

  /// One unit of the last place more; the first digit is a zero that takes the carry.
  private static func increment(_ digits: inout [UInt8]) {
    for index in digits.indices.reversed() {
      digits[index] = (digits[index] + 1) % 10
      if digits[index] != 0 { return }
    }
  }
}
