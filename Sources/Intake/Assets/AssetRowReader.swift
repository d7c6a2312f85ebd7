import Diagnostics
import Inventory
package import Ledger
import Tabular

/// Makes drafts of the rows of a table.
package struct AssetRowReader: Sendable {
  /// The ledger's own fields, each a column of its name.
  private let fields: [CustomField]
  private let columns: [AssetColumn]

  package init(fields: [CustomField] = []) {
    (self.fields, columns) = (fields, AssetColumn.all(fields: fields))
  }

  /// Which columns of a file mean which of ours.
  ///
  /// - Parameter pairs: texts `COLUMN=OURS`.
  package func map(_ pairs: [String]) throws(IntakeFault) -> ColumnMap {
    try ColumnMap(
      known: columns.map(\.name), repeating: Set(columns.filter(\.repeats).map(\.name)),
      pairs: pairs)
  }

  /// The draft of a row.
  ///
  /// - Throws: `IntakeFault` that names line and column.
  package func draft(_ mapped: MappedRow) throws(IntakeFault) -> AssetDraft {
    let row = mapped.row
    guard let tag = row["tag"] else {
      throw IntakeFault(
        code: "asset.tag",
        message: "\(mapped.place()): there is no column “tag”; an import needs it.")
    }
    let codes =
      row.all("code").map { AssetCode($0) }
      + (row.all("gtin") + row.all("sku")).map { AssetCode($0, kind: .product) }
    return AssetDraft(
      tag: tag, name: row["name"], category: row["category"], make: row["make"],
      model: row["model"], serial: row["serial"], status: try status(mapped),
      location: row["location"].flatMap { $0.isEmpty ? nil : $0 }, custodian: row["custodian"],
      codes: codes.filter { !$0.text.isEmpty }, condition: row["condition"],
      fields: values(row))
  }

  private func values(_ row: TableRow) -> [String: String] {
    var values: [String: String] = [:]
    for field in fields { values[field.name] = row[field.name] }
    return values
  }

  private func status(_ mapped: MappedRow) throws(IntakeFault) -> AssetStatus? {
    guard let text = mapped.row["status"], !text.isEmpty else { return nil }
    if let status = AssetStatus(rawValue: text) { return status }
    let names = AssetStatus.allCases.map(\.rawValue)
    throw IntakeFault(
      code: "asset.status",
      message: "\(mapped.place("status")): \(SafeText.quoted(text)) is no status; expected "
        + names.joined(separator: ", ") + "." + Suggestion.hint(for: text, among: names))
  }

  /// The column that a fault of the ledger is about; nil where that can't be told.
  package func column(of fault: LedgerFault) -> String? {
    let parts = fault.code.split(separator: ".", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    if parts[0] == "location" { return "location" }
    return parts[0] == "asset" && columns.contains { $0.name == parts[1] } ? parts[1] : nil
  }
}
