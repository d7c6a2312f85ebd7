import Diagnostics
import Intake
import Ledger

/// Tells what became of the rows of an import: bad ones on standard error, and, of a dry run, each
/// row on standard output as it comes.
final class ImportPrinter {
  private let file: String
  private let format: OutputFormat
  private let isRehearsal: Bool
  private let bar: Progress
  private var hasRows = false

  init(file: String, format: OutputFormat, isRehearsal: Bool, bar: Progress) {
    (self.file, self.format, self.isRehearsal) = (file, format, isRehearsal)
    self.bar = bar
  }

  /// What a program reads of a row.
  private struct Row: Encodable {
    struct Change: Encodable {
      let from, to: [String]
    }

    struct Problem: Encodable {
      let code, message: String
    }

    let line: Int
    let key: String?
    let action: String
    let changes: [String: Change]?
    let locations: [String]?
    let error: Problem?
  }

  func tell(_ row: ImportedRow) throws {
    if let fault = row.fault {
      bar.finish()
      Terminal.complain(fault, in: file)
    }
    bar.advance()
    if isRehearsal { try show(row) }
  }

  /// What comes before the first row and after the last one.
  func begin() {
    guard isRehearsal else { return }
    if format == .json { StandardOutput.text("{\"rows\":[") }
    if format == .csv { StandardOutput.line("line,key,action,column,from,to") }
  }

  func end(_ summary: ImportSummary, _ sentences: [String], _ output: OutputOptions) throws {
    bar.finish()
    guard isRehearsal, format == .json else { return try output.say(sentences, summary) }
    StandardOutput.line("],\"summary\":\(try JSONText.line(summary))}")
  }

  private func show(_ row: ImportedRow) throws {
    switch format {
    case .table: table(row).forEach(StandardOutput.line)
    case .csv: csv(row).forEach { StandardOutput.line(CSVLine.text($0)) }
    case .ndjson: StandardOutput.line(try JSONText.line(Self.object(row)))
    case .json:
      StandardOutput.text((hasRows ? ",\n" : "\n") + (try JSONText.line(Self.object(row))))
      hasRows = true
    }
  }

  /// A line for each row that would change something.
  private func table(_ row: ImportedRow) -> [String] {
    guard let difference = row.difference, difference.verdict != .unchanged else { return [] }
    let key = SafeText.terminal(row.key ?? "")
    guard difference.verdict == .changed else { return ["+ \(key)"] }
    let changes = difference.changes.map { change in
      "\(change.column): \(Self.shown(change.from)) → \(Self.shown(change.to))"
    }
    return ["~ \(key)  " + changes.joined(separator: "; ")]
  }

  /// A record for each column that would change; one for all other rows.
  private func csv(_ row: ImportedRow) -> [[String]] {
    let start = ["\(row.line)", row.key ?? "", Self.action(row)]
    let changes = (row.difference?.changes ?? []).map { change in
      start + [change.column, change.from.joined(separator: " "), change.to.joined(separator: " ")]
    }
    return changes.isEmpty ? [start + ["", "", ""]] : changes
  }

  private static func object(_ row: ImportedRow) -> Row {
    let changes = (row.difference?.changes ?? []).map {
      ($0.column, Row.Change(from: $0.from, to: $0.to))
    }
    let locations = row.difference?.locations ?? []
    return Row(
      line: row.line, key: row.key, action: action(row),
      changes: changes.isEmpty ? nil : Dictionary(uniqueKeysWithValues: changes),
      locations: locations.isEmpty ? nil : locations,
      error: row.fault.map { Row.Problem(code: $0.code, message: $0.message) })
  }

  private static func action(_ row: ImportedRow) -> String {
    switch row.difference?.verdict {
    case .created: "create"
    case .changed: "change"
    case .unchanged: "keep"
    case .refused, nil: "refuse"
    }
  }

  private static func shown(_ texts: [String]) -> String {
    texts.isEmpty || texts == [""] ? "nothing" : texts.map { quoted($0) }.joined(separator: ", ")
  }
}
