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
  /// How its characters are encoded.
  package let encoding: TextEncoding
  /// What separates the cells of a CSV file; nil for JSON.
  package let delimiter: CSVDelimiter?
  private var parser: any RowParser
  private let source: ByteSource

  /// Opens a file by its path, or standard input for `-`.
  ///
  /// - Throws: `TableFault` of the table as a whole: missing, empty, without a usable header, or
  ///   not an array of objects.
  package convenience init(
    _ path: String, _ options: TableOptions = TableOptions()
  ) throws(TableFault) {
    try self.init(
      ByteSource(path: path, encoding: options.encoding), options,
      promised: path == "-" ? nil : TableFormat(path: path))
  }

  /// Reads bytes that are in memory; `name` is what messages call them.
  package convenience init(
    bytes: [UInt8], name: String, _ options: TableOptions = TableOptions()
  ) throws(TableFault) {
    try self.init(
      ByteSource(bytes: bytes, name: name, encoding: options.encoding), options,
      promised: TableFormat(path: name))
  }

  private init(
    _ source: ByteSource, _ options: TableOptions, promised: TableFormat?
  ) throws(TableFault) {
    guard let first = source.buffered.first else {
      throw TableFault(code: "table.empty", message: "\(source.name): the file is empty.")
    }
    (self.source, name, encoding) = (source, source.name, source.encoding)
    format = options.format ?? promised ?? TableFormat(firstByte: first)
    switch format {
    case .csv:
      let table = try CSVRows(source, options)
      (columns, delimiter, parser) = (table.columns, table.delimiter, table)
    case .json:
      (columns, delimiter) = (nil, nil)
      parser = try JSONRows(arrayIn: source, mayRepeat: options.mayRepeat)
    case .ndjson:
      (columns, delimiter) = (nil, nil)
      parser = try JSONRows(linesIn: source, mayRepeat: options.mayRepeat)
    }
  }

  /// The next row or the next row's fault; nil at the end.
  package func next() -> Result<TableRow, TableFault>? { parser.next() }

  /// Lets rows be without columns that nobody asks for: texts that aren't made cost nothing.
  ///
  /// Rows are checked as before, and JSON's rows stay as they are.
  package func leaveOut(allBut names: Set<String>) { parser.leaveOut(allBut: names) }

  /// How much of a file was read, 0 to 1; nil where its end isn't known.
  package var fractionRead: Double? { source.fractionRead }
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
