/// Splits bytes into records and cells (RFC 4180, section 2).
///
/// A quoted cell may hold delimiters, line breaks and doubled quotes. A quote inside an unquoted
/// cell (`27" display`) is taken as it stands, which RFC 4180 leaves open.
struct CSVRecordReader {
  let source: ByteSource
  let delimiter: UInt8
  private static let quote = UInt8(ascii: "\"")

  /// Reads the next record; false at the end of the file.
  ///
  /// - Throws: `table.unclosed-quote`, `table.stray-quote` or `table.row-too-long`.
  func read(into record: inout CSVRecord) throws(TableFault) -> Bool {
    record.begin(line: source.line)
    guard try source.peek() != nil else { return false }
    while true {
      if try source.peek() == Self.quote {
        try readQuoted(into: &record)
      } else {
        try readPlain(into: &record)
      }
      record.endCell()
      guard try source.peek() == delimiter else { break }
      _ = try source.next()
    }
    try source.skipLine()
    return true
  }

  private func readPlain(into record: inout CSVRecord) throws(TableFault) {
    while let byte = try source.peek(), !endsCell(byte) {
      try takeRun(upTo: delimiter, into: &record)
    }
  }

  private func readQuoted(into record: inout CSVRecord) throws(TableFault) {
    let (line, character) = (source.line, source.character)
    _ = try source.next()
    while let byte = try source.peek() {
      if byte == Self.quote {
        _ = try source.next()
        guard try source.peek() == Self.quote else { return try refuseText(after: record) }
        try take(into: &record)
      } else if byte == 0x0A || byte == 0x0D {
        try take(into: &record)
      } else {
        try takeRun(upTo: Self.quote, into: &record)
      }
    }
    throw TableFault(
      code: "table.unclosed-quote",
      message: "\(source.name), line \(line): the quote at character \(character) is never "
        + "closed; what follows it can't be told apart into rows.",
      line: line, column: record.count + 1)
  }

  private func take(into record: inout CSVRecord) throws(TableFault) {
    if let byte = try source.next() { record.append(byte) }
    try refuseLong(record)
  }

  private func takeRun(upTo stop: UInt8, into record: inout CSVRecord) throws(TableFault) {
    let most = rowByteLimit + 1 - record.byteCount
    try source.takeRun(upTo: stop, most: most, into: &record)
    try refuseLong(record)
  }

  private func refuseLong(_ record: CSVRecord) throws(TableFault) {
    guard record.byteCount > rowByteLimit else { return }
    throw TableFault(
      code: "table.row-too-long",
      message: "\(source.name), line \(record.line): the row has more than \(rowByteLimit) bytes; "
        + "is a quote in it never closed?",
      line: record.line, column: record.count + 1)
  }

  /// After a closing quote, only a delimiter or the end of the line may stand.
  private func refuseText(after record: CSVRecord) throws(TableFault) {
    guard let byte = try source.peek(), !endsCell(byte) else { return }
    throw TableFault(
      code: "table.stray-quote",
      message: "\(source.name), line \(source.line): text at character \(source.character) "
        + "follows a closing quote in column \(record.count + 1); a quote inside quotes is "
        + "written twice.",
      line: source.line, column: record.count + 1)
  }

  private func endsCell(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == 0x0A || byte == 0x0D
  }
}
