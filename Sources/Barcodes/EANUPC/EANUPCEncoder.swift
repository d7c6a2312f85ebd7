/// Writes EAN-13, EAN-8 and UPC-A (ISO/IEC 15420:2009).
///
/// A check digit that is given is verified, one that is missing is added. The human readable
/// interpretation has the digits in the groups in which they stand under the bars (4.3.7), with a
/// space between groups.
enum EANUPCEncoder {
  @Sendable
  static func ean13(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    let digits = try DigitText(text, for: .ean13).checked(length: 13)
    let bars = pattern(
      left: digits[1...6], inSetB: EANUPCPatterns.leadingDigit[digits[0]], right: digits[7...12])
    return symbol(.ean13, digits, groups: [0..<1, 1..<7, 7..<13], bars)
  }

  @Sendable
  static func ean8(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    let digits = try DigitText(text, for: .ean8).checked(length: 8)
    let bars = pattern(
      left: digits[0...3], inSetB: Array(repeating: false, count: 4), right: digits[4...7])
    return symbol(.ean8, digits, groups: [0..<4, 4..<8], bars)
  }

  /// UPC-A is an EAN-13 that begins with 0.
  ///
  /// The bars of its outer digits reach down like guards.
  @Sendable
  static func upcA(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    let digits = try DigitText(text, for: .upcA).checked(length: 12)
    let bars = pattern(
      left: digits[0...5], inSetB: EANUPCPatterns.leadingDigit[0], right: digits[6...11],
      longOuterDigits: true)
    return symbol(.upcA, digits, groups: [0..<1, 1..<6, 6..<11, 11..<12], bars)
  }

  private static func symbol(
    _ symbology: Symbology, _ digits: [Int], groups: [Range<Int>], _ bars: BarPattern
  ) -> Symbol {
    let written = groups.map { digits[$0].map(String.init).joined() }
    return Symbol(
      symbology: symbology, text: written.joined(separator: " "), data: written.joined(),
      modules: .linear(bars))
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
