/// Reads a table row by row: CSV, JSON or NDJSON, from a file, standard input or memory.
///
/// Memory doesn't grow with the table. A row with a fault is returned as a failure and reading
/// goes on with the next row, as long as it is certain where that begins.
///
///     for result in try RowReader("assets.csv") {
///       switch result { case .success(let row): …  case .failure(let fault): … }
///     }
package final class RowReader: Sequence, IteratorProtocol {
  /// How messages call the table: its path, safe to print.
  package let name: String
  /// How the table is written.
  package let format: TableFormat
  /// The columns of a CSV file, in order; nil for JSON, where each row names its own.
  package let columns: [String]?
  private var parser: any RowParser
  private let source: ByteSource
  private let size: Int?

  /// Opens a file by its path, or standard input for `-`.
  ///
  /// - Parameters:
  ///   - format: as the file's name or first byte says, where not given.
  ///   - repeating: names of columns that may be there more than once.
  /// - Throws: `TableFault` of the table as a whole: missing, empty, without a usable header, or
  ///   not an array of objects.
  package convenience init(
    _ path: String, format: TableFormat? = nil, repeating: Set<String> = []
  ) throws(TableFault) {
    let promised = path == "-" ? nil : TableFormat(path: path)
    try self.init(ByteSource(path: path), format: format ?? promised, repeating: repeating)
  }

  /// Reads bytes that are in memory; `name` is what messages call them.
  package convenience init(
    bytes: [UInt8], name: String, format: TableFormat? = nil, repeating: Set<String> = []
  ) throws(TableFault) {
    let promised = TableFormat(path: name)
    try self.init(
      ByteSource(bytes: bytes, name: name), format: format ?? promised, repeating: repeating)
  }

  private init(
    _ source: ByteSource, format: TableFormat?, repeating: Set<String>
  ) throws(TableFault) {
    try Self.refuseEmptyOrWide(source)
    name = source.name
    (self.source, size) = (source, source.size)
    self.format = format ?? TableFormat(firstByte: source.buffered.first)
    switch self.format {
    case .csv:
      let table = try CSVRows(source, repeating: repeating)
      (columns, parser) = (table.columns, table)
    case .json:
      (columns, parser) = (nil, try JSONRows(arrayIn: source, repeating: repeating))
    case .ndjson:
      (columns, parser) = (nil, try JSONRows(linesIn: source, repeating: repeating))
    }
  }

  /// The next row or the next row's fault; nil at the end.
  package func next() -> Result<TableRow, TableFault>? { parser.next() }

  /// Lets rows be without columns that nobody asks for: texts that aren't made cost nothing.
  ///
  /// Rows are checked as before, and JSON's rows stay as they are.
  package func leaveOut(allBut names: Set<String>) { parser.leaveOut(allBut: names) }

  /// How much of a file was read, 0 to 1; nil where its end isn't known.
  package var fractionRead: Double? {
    size.flatMap { $0 > 0 ? Double(source.offset) / Double($0) : nil }
  }

  private static func refuseEmptyOrWide(_ source: ByteSource) throws(TableFault) {
    let start = source.buffered.prefix(2)
    guard !start.isEmpty else {
      throw TableFault(code: "table.empty", message: "\(source.name): the file is empty.")
    }
    guard !start.elementsEqual([0xFF, 0xFE]), !start.elementsEqual([0xFE, 0xFF]) else {
      throw TableFault(
        code: "table.format",
        message: "\(source.name): the text is UTF-16; save it as UTF-8.", line: 1)
    }
  }
}

/// What reads the rows of one format.
protocol RowParser {
  mutating func next() -> Result<TableRow, TableFault>?

  /// Lets rows be without other columns.
  mutating func leaveOut(allBut names: Set<String>)
}

/// The most bytes that one row may have: where a quote is never closed, a whole file would be
/// one row.
let rowByteLimit = 1 << 20
