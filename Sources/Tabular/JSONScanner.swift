import Diagnostics

/// Takes the tokens of JSON (RFC 8259) from a source; never takes a byte that it then refuses.
struct JSONScanner {
  let source: ByteSource
  /// Whether a line end ends the value, as in NDJSON.
  let staysInLine: Bool

  /// File, line and character, for messages.
  var place: String { "\(source.name), line \(source.line), character \(source.character)" }

  func skipSpaces() throws(TableFault) {
    while let byte = try source.peek(), byte == 0x20 || byte == 0x09 || isSkippedLineEnd(byte) {
      _ = try source.next()
    }
  }

  func skipBlankLines() throws(TableFault) {
    while let byte = try source.peek(), [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
      _ = try source.next()
    }
  }

  func take(_ byte: Unicode.Scalar) throws(TableFault) -> Bool {
    guard try source.peek() == UInt8(ascii: byte) else { return false }
    _ = try source.next()
    return true
  }

  /// Whether the next token begins with one of two bytes.
  func peekIs(_ a: Unicode.Scalar, or b: Unicode.Scalar) throws(TableFault) -> Bool {
    try skipSpaces()
    let byte = try source.peek()
    return byte == UInt8(ascii: a) || byte == UInt8(ascii: b)
  }

  func expect(_ byte: Unicode.Scalar, _ what: String) throws(TableFault) {
    guard try take(byte) else { throw try unexpected(what) }
  }

  func expectLineEnd() throws(TableFault) {
    guard let byte = try source.peek() else { return }
    guard byte == 0x0A || byte == 0x0D else { throw try unexpected("the end of the line") }
    try source.skipLine()
  }

  /// The text of a text, number, true, false (as words) or null (empty); nil where the value is
  /// an array or an object, which is taken whole.
  func scalar(startOfRow: Int) throws(TableFault) -> String? {
    switch try source.peek() {
    case UInt8(ascii: "\""): return try string(startOfRow: startOfRow)
    case UInt8(ascii: "["), UInt8(ascii: "{"):
      try skipNested(startOfRow: startOfRow)
      return nil
    default: return try word()
    }
  }

  /// The texts of an array whose bracket was taken; nil where one of its values is nested itself.
  func scalars(startOfRow: Int) throws(TableFault) -> [String]? {
    var texts: [String] = []
    var isFlat = true
    try skipSpaces()
    if try take("]") { return texts }
    repeat {
      try skipSpaces()
      let text = try scalar(startOfRow: startOfRow)
      if let text { texts.append(text) }
      isFlat = isFlat && text != nil
      try skipSpaces()
    } while try take(",")
    try expect("]", "a comma or ] after the value")
    return isFlat ? texts : nil
  }

  /// What stands at this place instead of what was expected.
  func unexpected(_ what: String) throws(TableFault) -> TableFault {
    let got: String
    switch try source.peek() {
    case nil: got = "the file ends"
    case 0x0A, 0x0D: got = "the line ends"
    case let byte? where byte < 0x80:
      got = "got \(SafeText.quoted(String(Unicode.Scalar(byte))))"
    default: got = "got another character"
    }
    return TableFault(
      code: "table.syntax", message: "\(place): expected \(what), but \(got).", line: source.line)
  }

  private func isSkippedLineEnd(_ byte: UInt8) -> Bool {
    !staysInLine && (byte == 0x0A || byte == 0x0D)
  }

  private func word() throws(TableFault) -> String {
    var text = ""
    while text.utf8.count < 400, let byte = try source.peek(), isWordByte(byte) {
      text.unicodeScalars.append(Unicode.Scalar(byte))
      _ = try source.next()
    }
    if text == "null" { return "" }
    guard text == "true" || text == "false" || isNumber(text) else {
      if text.isEmpty { throw try unexpected("a value") }
      throw TableFault(
        code: "table.syntax",
        message: "\(place): \(SafeText.quoted(text)) is no value; texts stand in quotes.",
        line: source.line)
    }
    return text
  }

  private func isWordByte(_ byte: UInt8) -> Bool {
    switch Unicode.Scalar(byte) {
    case "a"..."z", "A"..."Z", "0"..."9", "-", "+", ".": true
    default: false
    }
  }

  /// RFC 8259, section 6: no leading zero, no lone point.
  private func isNumber(_ text: String) -> Bool {
    text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil
  }

  private func skipNested(startOfRow: Int) throws(TableFault) {
    var depth = 0
    repeat {
      switch try source.peek() {
      case UInt8(ascii: "\""):
        _ = try string(startOfRow: startOfRow)
        continue
      case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case nil: throw try unexpected("the end of the nested value")
      case 0x0A where staysInLine, 0x0D where staysInLine:
        throw try unexpected("the end of the nested value")
      default: break
      }
      _ = try source.next()
    } while depth > 0
  }
}
