import Diagnostics

/// Writes Interleaved 2 of 5 and ITF-14 (ISO/IEC 16390:2007).
enum ITFEncoder {
  /// Digits in pairs, as they are given: whether the last is a check digit is the owner's business.
  @Sendable
  static func itf(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    let digits = try DigitText(text, for: .itf)
    guard !text.isEmpty, digits.digits.count.isMultiple(of: 2) else {
      throw digits.wrongLength(
        "pairs of them: put a 0 in front if the number may be one digit longer")
    }
    return symbol(.itf, digits.digits, options)
  }

  /// A GTIN-14 (GS1 General Specifications, 5.3); bearer bars keep a beam that leaves the symbol
  /// above or below from reading a part of it.
  @Sendable
  static func itf14(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    symbol(.itf14, try DigitText(text, for: .itf14).checked(length: 14), options)
  }

  private static func symbol(
    _ symbology: Symbology, _ digits: [Int], _ options: EncodingOptions
  ) -> Symbol {
    let wide = options.wideToNarrow ?? 3
    var widths = WideNarrow.widths(start, wide: wide)
    for index in stride(from: 0, to: digits.count, by: 2) {
      let bars = WideNarrow.widths(patterns[digits[index]], wide: wide)
      let spaces = WideNarrow.widths(patterns[digits[index + 1]], wide: wide)
      for (bar, space) in zip(bars, spaces) { widths += [bar, space] }
    }
    return Symbol(
      symbology: symbology, text: digits.map(String.init).joined(),
      modules: .linear(
        BarPattern(
          widths: widths + WideNarrow.widths(stop, wide: wide),
          hasBearerBars: symbology == .itf14)))
  }

  /// Five elements of the digits 0…9 (4.3.1, Table 1): the first digit of a pair in bars, the second
  /// in the spaces between them.
  private static let patterns = [
    "nnwwn", "wnnnw", "nwnnw", "wwnnn", "nnwnw", "wnwnn", "nwwnn", "nnnww", "wnnwn", "nwnwn",
  ]
  private static let start = "nnnn", stop = "wnn"
}
