import Diagnostics
import GS1

/// Writes UPC-E (ISO/IEC 15420:2009, 4.2.4): a UPC-A of many zeros in six digits.
enum UPCEEncoder {
  /// Takes the eight digits of UPC-E (seven without the check digit), or the twelve of a UPC-A that
  /// has a short form (eleven without the check digit); an add-on behind either.
  @Sendable
  static func encode(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    let retail = RetailText(text, for: .upcE)
    let digits = try digits(retail)
    var widths = EANUPCPatterns.normalGuard
    let inSetB = EANUPCPatterns.checkDigitOfUPCE[digits[7]].map { $0 == (digits[0] == 0) }
    for (digit, isB) in zip(digits[1...6], inSetB) {
      widths += isB ? EANUPCPatterns.setB[digit] : EANUPCPatterns.setA[digit]
    }
    let end = widths.count + 1
    widths += EANUPCPatterns.specialGuard
    let written = digits.map(String.init)
    let bars = BarPattern(widths: widths, guardBars: [0, 2, end, end + 2, end + 4])
    return Symbol(
      symbology: .upcE,
      text: retail.joined("\(written[0]) \(written[1...6].joined()) \(written[7])"),
      data: retail.joined(written.joined()),
      modules: .linear(try retail.joined(bars)))
  }

  private static func digits(_ retail: RetailText) throws(EncodingFault) -> [Int] {
    let given = try retail.digits()
    switch given.digits.count {
    case 7, 8: return try short(given)
    case 11, 12:
      let long = try given.checked(length: 12).map(String.init).joined()
      guard let short = (try? GTIN(long))?.upcE else { throw noShortForm(retail.number) }
      return short.compactMap(\.wholeNumberValue)
    default:
      throw given.wrongLength("8, or 7 without the check digit (or the 12 of a UPC-A)")
    }
  }

  /// The check digit is that of the UPC-A.
  private static func short(_ given: DigitText) throws(EncodingFault) -> [Int] {
    guard given.digits[0] <= 1 else {
      throw EncodingFault(
        code: "symbol.character",
        message: "The number system of \(SafeText.quoted(given.text)) is \(given.digits[0]); UPC-E"
          + " has 0 or 1.",
        position: 1)
    }
    let seven = given.digits.prefix(7)
    for digit in 0...9 {
      let eight = seven.map(String.init).joined() + String(digit)
      guard let number = try? GTIN(upcE: eight) else { continue }
      if given.digits.count == 8 { try given.verify(digit) }
      guard number.upcE == eight else { throw otherShortForm(eight, of: number) }
      return seven + [digit]
    }
    throw noShortForm(given.text)
  }

  /// Several rows of digits lead to some numbers; one of them is written.
  private static func otherShortForm(_ eight: String, of number: GTIN) -> EncodingFault {
    EncodingFault(
      code: "symbol.no-short-form",
      message: "\(SafeText.quoted(eight)) isn't how UPC-E writes \(number.canonical.suffix(12));"
        + " expected \(number.upcE ?? "").")
  }

  private static func noShortForm(_ text: String) -> EncodingFault {
    EncodingFault(
      code: "symbol.no-short-form",
      message: "\(SafeText.quoted(text)) has no short form: UPC-E holds UPC-A numbers with four or"
        + " more zeros in certain places. Write it as upc-a.")
  }
}
