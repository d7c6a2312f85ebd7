extension JSONScanner {
  /// A text in quotes with its escapes resolved (RFC 8259, section 7).
  func string(startOfRow: Int) throws(TableFault) -> String {
    try expect("\"", "a text in quotes")
    var bytes: [UInt8] = []
    while let byte = try source.peek(), byte >= 0x20 {
      if try take("\"") { return try text(bytes) }
      if try take("\\") {
        try escape(into: &bytes)
      } else {
        bytes.append(byte)
        _ = try source.next()
      }
      guard source.offset - startOfRow <= rowByteLimit else {
        throw fault("table.row-too-long", "the row has more than \(rowByteLimit) bytes")
      }
    }
    throw try unexpected("the closing quote of a text")
  }

  private func text(_ bytes: [UInt8]) throws(TableFault) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw fault("table.encoding", "the text isn't UTF-8; save the file as UTF-8")
    }
    return text
  }

  private func escape(into bytes: inout [UInt8]) throws(TableFault) {
    guard let byte = try source.peek() else { throw try unexpected("an escape") }
    let simple: UInt8
    switch Unicode.Scalar(byte) {
    case "\"", "\\", "/": simple = byte
    case "b": simple = 0x08
    case "f": simple = 0x0C
    case "n": simple = 0x0A
    case "r": simple = 0x0D
    case "t": simple = 0x09
    case "u": return try unicodeEscape(into: &bytes)
    default: throw try unexpected("one of \" \\ / b f n r t u after a backslash")
    }
    _ = try source.next()
    bytes.append(simple)
  }

  /// `\uXXXX`, or two of them that are a surrogate pair.
  private func unicodeEscape(into bytes: inout [UInt8]) throws(TableFault) {
    var value = try codeUnit()
    if (0xD800..<0xDC00).contains(value), try take("\\") {
      let low = try codeUnit()
      guard (0xDC00..<0xE000).contains(low) else { throw loneSurrogate() }
      value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
    }
    guard let scalar = Unicode.Scalar(value) else { throw loneSurrogate() }
    bytes.append(contentsOf: String(scalar).utf8)
  }

  private func codeUnit() throws(TableFault) -> UInt32 {
    try expect("u", "the second half of a surrogate pair, \\u")
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = try source.peek(),
        let digit = Character(Unicode.Scalar(byte)).hexDigitValue
      else { throw try unexpected("four hexadecimal digits after \\u") }
      value = value << 4 | UInt32(digit)
      _ = try source.next()
    }
    return value
  }

  private func loneSurrogate() -> TableFault {
    fault("table.encoding", "a \\u escape is half of a surrogate pair")
  }

  private func fault(_ code: String, _ problem: String) -> TableFault {
    TableFault(code: code, message: "\(place): \(problem).", line: source.line)
  }
}
