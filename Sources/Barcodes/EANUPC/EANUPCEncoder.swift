import Diagnostics

/// Writes EAN-13, EAN-8 and UPC-A (ISO/IEC 15420:2009).
///
/// A check digit that is given is verified, one that is missing is added. The human readable
/// interpretation has the digits in the groups in which they stand under the bars (4.3.7), with a
/// space between groups. EAN-13 and UPC-A take an add-on behind their number.
enum EANUPCEncoder {
  @Sendable
  static func ean13(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    let retail = RetailText(text, for: .ean13)
    let digits = try retail.digits().checked(length: 13)
    let bars = pattern(
      left: digits[1...6], inSetB: EANUPCPatterns.leadingDigit[digits[0]], right: digits[7...12])
    return try symbol(.ean13, retail, digits, groups: [0..<1, 1..<7, 7..<13], bars)
  }

  @Sendable
  static func ean8(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    if RetailText(text, for: .ean8).hasAddOn { throw noAddOn(text) }
    let retail = RetailText(alone: text, for: .ean8)
    let digits = try retail.digits().checked(length: 8)
    let bars = pattern(
      left: digits[0...3], inSetB: Array(repeating: false, count: 4), right: digits[4...7])
    return try symbol(.ean8, retail, digits, groups: [0..<4, 4..<8], bars)
  }

  /// UPC-A is an EAN-13 that begins with 0.
  ///
  /// The bars of its outer digits reach down like guards.
  @Sendable
  static func upcA(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    let retail = RetailText(text, for: .upcA)
    let digits = try retail.digits().checked(length: 12)
    let bars = pattern(
      left: digits[0...5], inSetB: EANUPCPatterns.leadingDigit[0], right: digits[6...11],
      longOuterDigits: true)
    return try symbol(.upcA, retail, digits, groups: [0..<1, 1..<6, 6..<11, 11..<12], bars)
  }

  private static func symbol(
    _ symbology: Symbology, _ retail: RetailText, _ digits: [Int], groups: [Range<Int>],
    _ bars: BarPattern
  ) throws(EncodingFault) -> Symbol {
    let written = groups.map { digits[$0].map(String.init).joined() }
    return Symbol(
      symbology: symbology, text: retail.joined(written.joined(separator: " ")),
      data: retail.joined(written.joined()), modules: .linear(try retail.joined(bars)))
  }

  private static func noAddOn(_ text: String) -> EncodingFault {
    EncodingFault(
      code: "symbol.add-on",
      message:
        "\(SafeText.quoted(text)) has an add-on, but EAN-8 takes none; EAN-13, UPC-A and UPC-E"
        + " do.")
  }

  private static func pattern(
    left: ArraySlice<Int>, inSetB: [Bool], right: ArraySlice<Int>, longOuterDigits: Bool = false
  ) -> BarPattern {
    var widths = EANUPCPatterns.normalGuard
    for (digit, isB) in zip(left, inSetB) {
      widths += isB ? EANUPCPatterns.setB[digit] : EANUPCPatterns.setA[digit]
    }
    let centre = widths.count
    widths += EANUPCPatterns.centreGuard
    for digit in right { widths += EANUPCPatterns.setA[digit] }
    let end = widths.count
    widths += EANUPCPatterns.normalGuard
    let guards = [0, 2, centre + 1, centre + 3, end, end + 2]
    let outer = longOuterDigits ? [4, 6, end - 4, end - 2] : []
    return BarPattern(widths: widths, guardBars: (guards + outer).sorted())
  }
}
