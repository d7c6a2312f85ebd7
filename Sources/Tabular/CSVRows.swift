import Diagnostics

/// The rows of a CSV file under its header.
///
/// Lines with nothing in them are passed over.
struct CSVRows: RowParser {
  let columns: [String]
  let delimiter: CSVDelimiter
  private let source: ByteSource
  private let reader: CSVRecordReader
  private var record = CSVRecord()
  private var number = 0
  private var isAtEnd = false
  /// The columns that rows have, and their names.
  private var wanted: (cells: [Int], names: [String])

  /// Reads the header.
  init(_ source: ByteSource, _ options: TableOptions) throws(TableFault) {
    self.source = source
    delimiter = options.delimiter ?? CSVDelimiter.guess(header: source.buffered)
    reader = CSVRecordReader(source: source, delimiter: delimiter.byte)
    var header = CSVRecord()
    repeat {
      guard try reader.read(into: &header) else {
        throw TableFault(
          code: "table.empty", message: "\(source.name): the file has no header, only blank lines.")
      }
    } while header.isBlank
    columns = try Self.names(in: header, source)
    wanted = (Array(columns.indices), columns)
    try Self.refuseRepeats(columns, except: options.mayRepeat, source.name, line: header.line)
  }

  mutating func leaveOut(allBut names: Set<String>) {
    let cells = columns.indices.filter { names.contains(columns[$0]) }
    wanted = (cells, cells.map { columns[$0] })
  }

  mutating func next() -> Result<TableRow, TableFault>? {
    guard !isAtEnd else { return nil }
    number += 1
    do throws(TableFault) {
      repeat {
        guard try reader.read(into: &record) else { return nil }
      } while record.isBlank
      return .success(try row())
    } catch {
      recover(from: error)
      return .failure(error.ofRow(number))
    }
  }

  /// A ragged row has been read to its end, and text behind a quote ends with its line; after a
  /// quote that is never closed no beginning of a row is certain.
  private mutating func recover(from fault: TableFault) {
    switch fault.code {
    case "table.ragged-row", "table.encoding": break
    case "table.stray-quote": isAtEnd = (try? source.skipLine()) == nil
    default: isAtEnd = true
    }
  }

  private func row() throws(TableFault) -> TableRow {
    guard record.count == columns.count else {
      throw TableFault(
        code: "table.ragged-row",
        message: "\(source.name), line \(record.line): the row has \(record.count) "
          + "\(record.count == 1 ? "cell" : "cells"), expected \(columns.count) as in the header.",
        line: record.line)
    }
    if !record.isASCII { for cell in columns.indices { _ = try text(cell) } }
    var values: [String] = []
    values.reserveCapacity(wanted.cells.count)
    for cell in wanted.cells { values.append(try text(cell)) }
    return TableRow(number: number, line: record.line, names: wanted.names, values: values)
  }

  private func text(_ cell: Int) throws(TableFault) -> String {
    guard let text = record.text(cell) else {
      throw TableFault(
        code: "table.encoding",
        message: "\(source.name), line \(record.line): column \(cell + 1) "
          + "(\(SafeText.quoted(columns[cell]))) isn't \(source.encoding.title); save the file as UTF-8.",
        line: record.line, column: cell + 1)
    }
    return text
  }

  private static func names(
    in header: CSVRecord, _ source: ByteSource
  ) throws(TableFault) -> [String] {
    var names: [String] = []
    for cell in 0..<header.count {
      guard let name = header.text(cell)?.trimmingSpaces(), !name.isEmpty else {
        throw TableFault(
          code: "table.header",
          message: "\(source.name), line \(header.line): column \(cell + 1) of the header has no "
            + "name (or one that isn't \(source.encoding.title)).",
          line: header.line, column: cell + 1)
      }
      names.append(name)
    }
    return names
  }

  private static func refuseRepeats(
    _ names: [String], except mayRepeat: (String) -> Bool, _ file: String, line: Int
  ) throws(TableFault) {
    var first: [String: Int] = [:]
    for (index, name) in names.enumerated() where !mayRepeat(name) {
      if let earlier = first.updateValue(index, forKey: name) {
        throw TableFault(
          code: "table.duplicate-column",
          message: "\(file), line \(line): columns \(earlier + 1) and \(index + 1) are both "
            + "called \(SafeText.quoted(name)).",
          line: line, column: index + 1)
      }
    }
  }
}

extension String {
  /// Without the spaces at both ends, which people put behind the commas of a header.
  fileprivate func trimmingSpaces() -> String {
    let start = drop { $0 == " " }
    return String(start.prefix(start.count - start.reversed().prefix { $0 == " " }.count))
  }
}
