/// The cells of one record of a CSV file, unquoted, as bytes.
///
/// One record is filled again and again, so that a row costs no allocation before its texts.
struct CSVRecord {
  /// The cells' bytes, one after the other.
  private(set) var bytes: [UInt8] = []
  /// Where in `bytes` each cell ends.
  private(set) var ends: [Int] = []
  /// Whether there are no bytes but those of ASCII.
  private(set) var isASCII = true
  /// The line of the file where the record begins.
  private(set) var line = 1

  var count: Int { ends.count }
  var byteCount: Int { bytes.count }

  /// A line with nothing in it, not even a delimiter.
  var isBlank: Bool { ends.count == 1 && bytes.isEmpty }

  mutating func begin(line: Int) {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    (self.line, isASCII) = (line, true)
  }

  mutating func append(_ byte: UInt8) {
    bytes.append(byte)
    if byte >= 0x80 { isASCII = false }
  }

  mutating func append(_ run: TextRun) {
    bytes.append(contentsOf: run.bytes)
    if !run.isASCII { isASCII = false }
  }

  mutating func endCell() { ends.append(bytes.count) }

  /// The text of a cell, or nil where it isn't UTF-8.
  func text(_ cell: Int) -> String? {
    let place = (cell == 0 ? 0 : ends[cell - 1])..<ends[cell]
    return bytes.withUnsafeBufferPointer { bytes in
      let text = UnsafeBufferPointer(rebasing: bytes[place])
      return isASCII
        ? String(decoding: text, as: UTF8.self) : String(validating: text, as: UTF8.self)
    }
  }
}
