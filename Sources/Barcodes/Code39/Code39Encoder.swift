import Diagnostics

/// Writes Code 39 (ISO/IEC 16388:2007), without a check character.
///
/// Small letters and other ASCII are written as pairs of characters where the options allow it; a
/// reader gives them back only if it was told that there are any.
enum Code39Encoder {
  @Sendable
  static func encode(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    guard !text.isEmpty else { throw .empty(.code39) }
    let wide = options.wideToNarrow ?? 2
    let edge = WideNarrow.widths(Code39Patterns.startStop, wide: wide)
    var widths = edge
    for (index, scalar) in text.unicodeScalars.enumerated() {
      for part in try parts(scalar, at: index + 1, of: text, options) {
        // A gap of one module between characters (4.3.3).
        widths += [1] + WideNarrow.widths(part, wide: wide)
      }
    }
    return Symbol(
      symbology: .code39, text: text.withoutControls, data: text,
      modules: .linear(BarPattern(widths: widths + [1] + edge)))
  }

  /// The patterns of one character, compared as it is: the Kelvin sign is no K.
  private static func parts(
    _ scalar: Unicode.Scalar, at position: Int, of text: String, _ options: EncodingOptions
  ) throws(EncodingFault) -> [String] {
    let byte = UInt8(exactly: scalar.value).flatMap { $0 < 0x80 ? $0 : nil }
    let character = Character(scalar)
    if options.allowsFullASCII, let byte {
      if let pair = Code39FullASCII.pair(byte) {
        return [pair.shift, pair.letter].compactMap { Code39Patterns.characters[$0] }
      }
    }
    guard byte != nil, let pattern = Code39Patterns.characters[character] else {
      throw .character(
        character, at: position, of: text,
        "Code 39 holds digits, capital letters, space and - . $ / + %"
          + (byte == nil || options.allowsFullASCII
            ? "" : "; full ASCII, which readers have to be told of, holds this one too"))
    }
    return [pattern]
  }
}
