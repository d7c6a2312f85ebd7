import Diagnostics

/// Writes the add-ons EAN-2 and EAN-5 (ISO/IEC 15420:2009, 4.2.5), which stand behind an EAN-13 or a UPC.
enum EANAddOnEncoder {
  @Sendable
  static func ean2(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    symbol(.ean2, try digits(text, 2, .ean2))
  }

  @Sendable
  static func ean5(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    symbol(.ean5, try digits(text, 5, .ean5))
  }

  /// The bars and spaces of an add-on of 2 or 5 digits.
  static func widths(_ digits: [Int]) -> [UInt8] {
    var widths = EANUPCPatterns.addOnGuard
    for (index, (digit, isB)) in zip(digits, sets(digits)).enumerated() {
      if index > 0 { widths += EANUPCPatterns.addOnDelineator }
      widths += isB ? EANUPCPatterns.setB[digit] : EANUPCPatterns.setA[digit]
    }
    return widths
  }

  /// Which digits are in number set B: that is how an add-on is checked.
  private static func sets(_ digits: [Int]) -> [Bool] {
    guard digits.count == 5 else {
      return EANUPCPatterns.addOn2[(10 * digits[0] + digits[1]) % 4]
    }
    let sum = 3 * (digits[0] + digits[2] + digits[4]) + 9 * (digits[1] + digits[3])
    return EANUPCPatterns.addOn5[sum % 10]
  }

  private static func digits(
    _ text: String, _ count: Int, _ symbology: Symbology
  ) throws(EncodingFault) -> [Int] {
    let digits = try DigitText(text, for: symbology)
    guard digits.digits.count == count else { throw digits.wrongLength("\(count)") }
    return digits.digits
  }

  private static func symbol(_ symbology: Symbology, _ digits: [Int]) -> Symbol {
    Symbol(
      symbology: symbology, text: digits.map(String.init).joined(),
      modules: .linear(BarPattern(widths: widths(digits))))
  }
}
