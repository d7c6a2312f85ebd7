import Diagnostics

/// Writes a table row by row, in a form that `RowReader` gives back as it was.
///
/// Bytes are handed on in pieces, so that memory doesn't grow with the table.
package struct TableWriter {
  /// A column, which takes one text a row, or as many as it is wide.
  package struct Column: Sendable, Equatable {
    package let name: String
    /// How many columns of CSV it has; nil for one that doesn't repeat.
    package let width: Int?

    package init(_ name: String, width: Int? = nil) { (self.name, self.width) = (name, width) }
  }

  private let format: TableFormat
  private let columns: [Column]
  private let take: ([UInt8]) throws -> Void
  private var waiting: [UInt8] = []
  private var hasRows = false

  private static let capacity = 1 << 16

  /// - Parameter take: is handed the bytes.
  package init(
    _ format: TableFormat, _ columns: [Column], to take: @escaping ([UInt8]) throws -> Void
  ) {
    (self.format, self.columns, self.take) = (format, columns, take)
    let names = columns.flatMap { Array(repeating: $0.name, count: $0.width ?? 1) }
    switch format {
    case .csv: waiting += (names.map(SafeText.csvCell).joined(separator: ",") + "\n").utf8
    case .json: waiting += "[".utf8
    case .ndjson: break
    }
  }

  /// Writes a row: texts for each column, no more than it is wide.
  package mutating func write(_ cells: [[String]]) throws {
    switch format {
    case .csv: writeRecord(cells)
    case .json:
      waiting += (hasRows ? ",\n" : "\n").utf8
      writeObject(cells)
    case .ndjson:
      writeObject(cells)
      waiting.append(0x0A)
    }
    hasRows = true
    if waiting.count >= Self.capacity { try handOn() }
  }

  /// Writes what ends the table; to be called once, after the last row.
  package mutating func finish() throws {
    if format == .json { waiting += "\n]\n".utf8 }
    try handOn()
  }

  private mutating func handOn() throws {
    try take(waiting)
    waiting.removeAll(keepingCapacity: true)
  }

  private mutating func writeRecord(_ cells: [[String]]) {
    var isFirst = true
    for (column, texts) in zip(columns, cells) {
      for index in 0..<(column.width ?? 1) {
        if !isFirst { waiting.append(UInt8(ascii: ",")) }
        isFirst = false
        if index < texts.count { waiting += SafeText.csvCell(texts[index]).utf8 }
      }
    }
    waiting.append(0x0A)
  }

  /// Columns that repeat are arrays, and left out where they are empty.
  private mutating func writeObject(_ cells: [[String]]) {
    waiting.append(UInt8(ascii: "{"))
    var isFirst = true
    for (column, texts) in zip(columns, cells) where column.width == nil || !texts.isEmpty {
      if !isFirst { waiting.append(UInt8(ascii: ",")) }
      isFirst = false
      JSONString.append(column.name, to: &waiting)
      waiting.append(UInt8(ascii: ":"))
      if column.width == nil {
        JSONString.append(texts.first ?? "", to: &waiting)
      } else {
        writeArray(texts)
      }
    }
    waiting.append(UInt8(ascii: "}"))
  }

  private mutating func writeArray(_ texts: [String]) {
    waiting.append(UInt8(ascii: "["))
    for (index, text) in texts.enumerated() {
      if index > 0 { waiting.append(UInt8(ascii: ",")) }
      JSONString.append(text, to: &waiting)
    }
    waiting.append(UInt8(ascii: "]"))
  }
}

/// A text as JSON writes it (RFC 8259, section 7): only what must be escaped is.
enum JSONString {
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0A: bytes += #"\n"#.utf8
      case 0x0D: bytes += #"\r"#.utf8
      case 0x09: bytes += #"\t"#.utf8
      case 0..<0x20:
        let (high, low) = Hex.digits(byte)
        bytes += #"\u00"#.utf8
        bytes += [high, low]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
