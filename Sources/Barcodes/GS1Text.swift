import GS1

/// Tells GS1 messages from other text, where nobody says which symbology it is for.
enum GS1Text {
  /// The symbology that a message was or may be read from; nil for other text.
  static func symbology(_ text: String) -> Symbology? {
    let identifier = String(text.prefix(3))
    if GS1Carrier.identifiers.contains(identifier) {
      let named = Symbology(identifier: identifier, content: text.dropFirst(3))
      return named == .qrCode ? .gs1_128 : named
    }
    return text.utf8.contains(0x1D) || beginsWithIdentifier(text) ? .gs1_128 : nil
  }

  /// `(01)…`, known or not.
  private static func beginsWithIdentifier(_ text: String) -> Bool {
    let utf8 = text.utf8
    guard utf8.first == UInt8(ascii: "(") else { return false }
    let digits = utf8.dropFirst().prefix { (0x30...0x39).contains($0) }
    return (2...4).contains(digits.count) && utf8[digits.endIndex...].first == UInt8(ascii: ")")
  }

  /// How many characters of data and separators a symbol may have (GS1 General Specifications,
  /// 5.4.1); nil where its modules decide.
  static func limit(of symbology: Symbology) -> Int? { symbology == .gs1_128 ? 48 : nil }

  /// A message that keeps all rules.
  ///
  /// - Throws: `EncodingFault` with the first problem, or `symbol.too-long`.
  static func message(_ text: String, for symbology: Symbology) throws(EncodingFault) -> GS1Message
  {
    let message = GS1Message(text)
    guard let problem = message.problems.first else { return message }
    throw EncodingFault(
      code: problem.code, message: problem.message, position: problem.position)
  }
}
