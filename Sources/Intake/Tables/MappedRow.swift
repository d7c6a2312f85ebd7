import Diagnostics
package import Tabular

/// A row whose columns are called as we call them; columns without meaning are left out.
package struct MappedRow: Sendable {
  package let row: TableRow
  /// Names of the file by ours.
  private let titles: [String: String]

  fileprivate init(_ row: TableRow, titles: [String: String]) {
    (self.row, self.titles) = (row, titles)
  }

  /// Where a message is about: the line, and the column as the file calls it.
  package func place(_ column: String? = nil) -> String {
    let title = column.flatMap { titles[$0] }.map { ", column \(SafeText.quoted($0))" } ?? ""
    return "line \(row.line)" + title
  }

  /// Whether the file has a column.
  package func has(_ column: String) -> Bool { titles[column] != nil }
}

/// Gives rows our names of columns.
package struct RowMapper {
  private let map: ColumnMap
  private let isCSV: Bool
  /// Of the last row: nearly always those of the next one, too.
  private var names: [String] = []
  private var targets: [String?] = []
  private var titles: [String: String] = [:]
  /// Columns that have no meaning, each once.
  package private(set) var passedOver: [String] = []

  /// Of objects whose names are made up, no more than these are kept.
  private static let mostPassedOver = 100

  package init(_ map: ColumnMap, of table: RowReader) {
    (self.map, isCSV) = (map, table.format == .csv)
  }

  /// Refuses a table whose header can't be right.
  ///
  /// - Throws: `IntakeFault` `map.missing`, `map.ambiguous`, or the fault of the needed column.
  package mutating func check(
    _ table: RowReader, needs column: String, code: String
  ) throws(IntakeFault) {
    guard let columns = table.columns else { return }
    for name in map.mapped where !columns.contains(name) {
      throw IntakeFault(
        code: "map.missing",
        message: "--map: \(table.name) has no column \(SafeText.quoted(name))."
          + Suggestion.hint(for: name, among: columns) + Self.listed(columns))
    }
    try learn(columns)
    guard !targets.contains(column) else { return }
    throw IntakeFault(
      code: code,
      message: "\(table.name) has no column “\(column)”, which an import needs; where another one "
        + "is it, say --map \"NAME=\(column)\"." + Self.listed(columns))
  }

  /// - Throws: `IntakeFault` `map.ambiguous`.
  package mutating func map(_ row: TableRow) throws(IntakeFault) -> MappedRow {
    if row.names != names { try learn(row.names) }
    var (ours, values) = ([String](), [String]())
    ours.reserveCapacity(targets.count)
    values.reserveCapacity(targets.count)
    for (target, value) in zip(targets, row.values) {
      guard let target else { continue }
      ours.append(target)
      values.append(isCSV ? SafeText.withoutFormulaGuard(value) : value)
    }
    return MappedRow(
      TableRow(number: row.number, line: row.line, names: ours, values: values), titles: titles)
  }

  private mutating func learn(_ names: [String]) throws(IntakeFault) {
    targets = try map.targets(of: names)
    self.names = names
    titles = [:]
    for (name, target) in zip(names, targets) {
      if let target {
        titles[target] = titles[target] ?? name
      } else if passedOver.count < Self.mostPassedOver, !passedOver.contains(name) {
        passedOver.append(name)
      }
    }
  }

  private static func listed(_ columns: [String]) -> String {
    " Its columns: " + columns.map { SafeText.terminal($0) }.joined(separator: ", ") + "."
  }
}
