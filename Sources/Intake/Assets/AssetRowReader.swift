import Diagnostics
import Inventory
package import Ledger
package import Tabular

/// Makes drafts of the rows of a table.
package struct AssetRowReader: Sendable {
  /// The columns that mean something; others are passed over, and named once.
  package static let columns = [
    "tag", "name", "category", "make", "model", "serial", "status", "location", "custodian",
    "code", "gtin", "sku", "condition",
  ]

  /// Columns that may be there more than once.
  package static let repeating: Set<String> = ["code", "gtin", "sku"]

  /// The ledger's own fields, each a column of its name.
  private let fields: [CustomField]

  package init(fields: [CustomField] = []) { self.fields = fields }

  /// Refuses a table that can't be one of assets.
  package func check(columns: [String]?, of file: String) throws(IntakeFault) {
    guard let columns, !columns.contains("tag") else { return }
    let near = columns.first { $0.lowercased() == "tag" }
    throw IntakeFault(
      code: "asset.tag",
      message: "\(SafeText.terminal(file)) has no column “tag”, which an import needs. "
        + (near.map { "Rename \(SafeText.quoted($0)) to “tag”. " } ?? "") + "Columns: "
        + columns.map { SafeText.terminal($0) }.joined(separator: ", ") + ".")
  }

  /// Columns of a row that mean nothing to an import.
  package func ignoredColumns(of names: [String]) -> [String] {
    names.filter { name in !Self.columns.contains(name) && !fields.contains { $0.isNamed(name) } }
  }

  /// The draft of a row.
  ///
  /// - Throws: `IntakeFault` that names line and column.
  package func draft(_ row: TableRow) throws(IntakeFault) -> AssetDraft {
    let row = row.withoutFormulaGuards
    guard let tag = row["tag"] else {
      throw IntakeFault(
        code: "asset.tag",
        message: "line \(row.line): there is no column “tag”; an import needs it. Columns here: "
          + row.names.map { SafeText.terminal($0) }.joined(separator: ", ") + ".")
    }
    let codes =
      row.all("code").map { AssetCode($0) }
      + (row.all("gtin") + row.all("sku")).map { AssetCode($0, kind: .product) }
    return AssetDraft(
      tag: tag, name: row["name"], category: row["category"], make: row["make"],
      model: row["model"], serial: row["serial"], status: try status(row),
      location: row["location"].flatMap { $0.isEmpty ? nil : $0 }, custodian: row["custodian"],
      codes: codes.filter { !$0.text.isEmpty }, condition: row["condition"],
      fields: values(row))
  }

  private func values(_ row: TableRow) -> [String: String] {
    var values: [String: String] = [:]
    for name in row.names where !Self.columns.contains(name) {
      guard let field = fields.first(where: { $0.isNamed(name) }) else { continue }
      values[field.name] = row[name]
    }
    return values
  }

  private func status(_ row: TableRow) throws(IntakeFault) -> AssetStatus? {
    guard let text = row["status"], !text.isEmpty else { return nil }
    if let status = AssetStatus(rawValue: text) { return status }
    let names = AssetStatus.allCases.map(\.rawValue)
    throw IntakeFault(
      code: "asset.status",
      message: "line \(row.line), column “status”: \(SafeText.quoted(text)) is no status; expected "
        + names.joined(separator: ", ") + "." + Suggestion.hint(for: text, among: names))
  }
}

extension TableRow {
  /// The row without the apostrophes that `SafeText.csvCell` puts before cells that a spreadsheet
  /// would run: what we export can be imported again.
  fileprivate var withoutFormulaGuards: TableRow {
    TableRow(
      number: number, line: line, names: names,
      values: values.map { value in
        let bare = String(value.dropFirst())
        return value.hasPrefix("'") && SafeText.startsFormula(bare) ? bare : value
      })
  }
}
