import Diagnostics
import Glibc

/// The bytes of a table as UTF-8, one after the other, with the line that each stands in.
///
/// A file is read through one buffer of 64 KB, whatever its size.
final class ByteSource {
  /// How messages call the source, safe to print.
  let name: String
  /// How the file is encoded; what `next()` returns is UTF-8, or was nothing in that encoding.
  let encoding: TextEncoding
  /// The line of the byte that `next()` returns next, from 1.
  private(set) var line = 1
  /// The character in that line of the byte that `next()` returns next, from 1.
  private(set) var character = 1
  /// Bytes returned so far.
  private(set) var offset = 0

  private let file: TableFile?
  private var transcoder: TextTranscoder?
  private var raw: [UInt8] = []
  private var buffer: [UInt8]
  private var position = 0
  private var lastWasReturn = false

  /// A file by its path, or standard input for `-`.
  ///
  /// - Throws: `table.missing`, `table.unreadable`, or `table.format` for what is no text, and for
  ///   text that is UTF-16 where UTF-8 is expected.
  init(path: String, encoding choice: TableOptions.Encoding) throws(TableFault) {
    let file = try TableFile(path: path)
    (self.file, name, buffer) = (file, file.name, [])
    try file.read(into: &raw)
    encoding = try Self.encoding(choice, of: raw, file.name) { bytes throws(TableFault) in
      try file.guess(after: bytes)
    }
    transcoder = TextTranscoder(encoding)
    buffer.reserveCapacity(TableFile.capacity)
    takeRaw()
    skipByteOrderMark()
  }

  /// Bytes that are in memory already.
  init(
    bytes: [UInt8], name: String, encoding choice: TableOptions.Encoding
  ) throws(TableFault) {
    (self.name, file, raw, buffer) = (SafeText.terminal(name), nil, bytes, [])
    encoding = try Self.encoding(choice, of: bytes, self.name) { bytes in
      var guess = EncodingGuess()
      bytes.withUnsafeBytes { guess.take($0) }
      return guess.encoding
    }
    transcoder = TextTranscoder(encoding)
    takeRaw()
    transcoder?.finish(&buffer)
    skipByteOrderMark()
  }

  /// How much of a file was read, 0 to 1; nil where its end isn't known, as of a pipe.
  var fractionRead: Double? {
    guard let file, let size = file.size, size > 0 else { return nil }
    // A byte of the buffer is about a byte of the file, in any encoding.
    return max(0, min(1, Double(file.offset - (buffer.count - position)) / Double(size)))
  }

  /// The next byte without taking it; nil at the end.
  func peek() throws(TableFault) -> UInt8? {
    if position == buffer.count { try fill() }
    return position < buffer.count ? buffer[position] : nil
  }

  /// Takes the next byte; nil at the end.
  func next() throws(TableFault) -> UInt8? {
    guard let byte = try peek() else { return nil }
    position += 1
    offset += 1
    advance(over: byte)
    return byte
  }

  /// Takes what lies in the buffer up to a byte or the end of the line, at most so many bytes.
  ///
  /// A cell is taken so in one or a few pieces: byte by byte it would take most of the time of a row.
  func takeRun(upTo stop: UInt8, most: Int, into record: inout CSVRecord) throws(TableFault) {
    guard try peek() != nil else { return }
    let begin = position
    buffer.withUnsafeBufferPointer { buffer in
      let run = TextRun(buffer[begin...].prefix(most), upTo: stop)
      record.append(run)
      position += run.bytes.count
      offset += run.bytes.count
      character += run.characters
      if !run.bytes.isEmpty { lastWasReturn = false }
    }
  }

  /// Takes the rest of the line, its end included: LF, CR, or both.
  func skipLine() throws(TableFault) {
    while let byte = try next() {
      if byte == 0x0A { return }
      guard byte == 0x0D else { continue }
      if try peek() == 0x0A { _ = try next() }
      return
    }
  }

  /// What lies in the buffer: enough of a file's beginning to guess by.
  var buffered: ArraySlice<UInt8> { buffer[position...] }

  /// A line ends with LF, with CR, or with both.
  private func advance(over byte: UInt8) {
    if byte == 0x0A || byte == 0x0D {
      if !(byte == 0x0A && lastWasReturn) { line += 1 }
      character = 1
    } else if byte & 0xC0 != 0x80 {
      character += 1
    }
    lastWasReturn = byte == 0x0D
  }

  private func fill() throws(TableFault) {
    guard let file else { return }
    position = 0
    buffer.removeAll(keepingCapacity: true)
    // Bytes that are half a character may give no text yet.
    repeat {
      try file.read(into: &raw)
      guard !raw.isEmpty else {
        transcoder?.finish(&buffer)
        return
      }
      takeRaw()
    } while buffer.isEmpty
  }

  private func takeRaw() {
    if transcoder == nil {
      swap(&raw, &buffer)
    } else {
      transcoder?.append(raw, to: &buffer)
    }
  }

  private func skipByteOrderMark() {
    if buffered.starts(with: TextEncoding.utf8.byteOrderMark) { position += 3 }
  }

  private static func encoding(
    _ choice: TableOptions.Encoding, of start: [UInt8], _ name: String,
    guess: ([UInt8]) throws(TableFault) -> TextEncoding
  ) throws(TableFault) -> TextEncoding {
    try PackedFile.refuse(start, name)
    let marked = TextEncoding(markedBy: start)
    switch choice {
    case .given(let encoding): return encoding
    case .guessed:
      if let marked { return marked }
      return try guess(start)
    case .utf8:
      guard let marked, marked != .utf8 else { return .utf8 }
      throw TableFault(
        code: "table.format", message: "\(name): the text is UTF-16; save it as UTF-8.", line: 1)
    }
  }
}
