import ArgumentParser
import Intake
import Tabular

/// How a table that is imported is to be read.
struct TableInputOptions: ParsableArguments {
  @Option(help: "How the file is written: csv, json or ndjson (default: by its name or beginning).")
  var input: TableFormat?

  @Option(
    help: """
      How its characters are encoded: \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")) \
      (default: guessed).
      """)
  var encoding: TextEncoding?

  @Option(help: "What separates the cells of CSV: , ; | or tab (default: guessed).")
  var delimiter: CSVDelimiter?

  @Option(help: "A column of the file and the one it means, like \"Serial No=serial\"; repeatable.")
  var map: [String] = []

  /// Opens the table, and says how it is read.
  func open(_ file: String, _ map: ColumnMap, _ progress: ProgressOptions) throws -> RowReader {
    let rows = try RowReader(
      file,
      TableOptions(
        format: input, encoding: encoding.map { .given($0) } ?? .guessed, delimiter: delimiter,
        mayRepeat: map.mayRepeat))
    let form = rows.delimiter.map { "CSV separated by \($0.title)" } ?? rows.format.title
    progress.note("\(rows.name): reading as \(rows.encoding.title), \(form)")
    return rows
  }
}

extension TableFormat {
  /// How people call it.
  fileprivate var title: String {
    switch self {
    case .csv: "CSV"
    case .json: "JSON"
    case .ndjson: "NDJSON"
    }
  }
}

extension TableFormat: ExpressibleByArgument {}
extension TextEncoding: ExpressibleByArgument {}
extension CSVDelimiter: ExpressibleByArgument {}
