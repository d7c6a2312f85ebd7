import GS1

/// Writes GS1-128 (GS1 General Specifications, 5.4): Code 128 whose first character is FNC1, with element
/// strings.
enum GS1_128Encoder {
  /// Takes a message with brackets, or as a reader sends it; one that breaks a rule is refused with the
  /// first rule that it breaks.
  @Sendable
  static func encode(_ text: String, options: EncodingOptions) throws(EncodingFault) -> Symbol {
    let message = try GS1Text.message(text, for: .gs1_128)
    let scanned = message.scanned
    let separator: UInt8 = 0x1D
    let path = Code128Path([separator] + Array(scanned.utf8), fnc1: separator)
    return Symbol(
      symbology: .gs1_128, text: message.interpretation, data: scanned,
      modules: .linear(Code128Patterns.bars(path.symbolCharacters)))
  }
}
