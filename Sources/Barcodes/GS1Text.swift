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

  /// A message of more characters of data and separators than a symbol may have (GS1 General
  /// Specifications, 5.4.1); nil where it is short enough, or where the modules decide.
  static func tooLong(_ message: GS1Message, for symbology: Symbology) -> EncodingFault? {
    let length = message.scanned.utf8.count
    guard symbology == .gs1_128, length > gs1_128Limit else { return nil }
    return EncodingFault(
      code: "symbol.too-long",
      message: "The message has \(length) characters with its separators;"
        + " \(symbology.facts.title) holds \(gs1_128Limit).")
  }

  private static let gs1_128Limit = 48
  /// Twice what the largest GS1 DataMatrix holds, brackets and escapes being some of it.
  private static let byteLimit = 6500

  /// A message that keeps all rules; an identifier that it needs beside its own may be in another
  /// symbol on the same item, as on a logistics label.
  ///
  /// - Throws: `EncodingFault` with the first problem, or `symbol.too-long`.
  static func message(_ text: String, for symbology: Symbology) throws(EncodingFault) -> GS1Message
  {
    guard text.utf8.count <= byteLimit else {
      throw EncodingFault(
        code: "symbol.too-long",
        message: "The message has \(text.utf8.count) bytes; no symbol of GS1 holds as many.")
    }
    let message = GS1Message(text)
    if let problem = message.problems.first(where: \.isOfMessage) {
      throw EncodingFault(
        code: problem.code, message: problem.message, position: problem.position)
    }
    if let fault = tooLong(message, for: symbology) { throw fault }
    return message
  }
}
