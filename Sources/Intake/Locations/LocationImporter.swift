import Diagnostics
package import Ledger
package import Tabular

/// Takes a table of locations into the books.
///
/// All of it is read before the first row is taken, since a location can't come before the one that
/// it lies in. There are few of them: a row for each place, not for each thing.
package struct LocationImporter {
  /// The columns that mean something.
  package static let columns = ["code", "name", "kind", "parent"]

  private let store: LedgerStore
  private let principal: Principal
  private let mode: ImportMode
  private let map: ColumnMap

  private struct Row {
    let draft: LocationDraft
    let mapped: MappedRow
  }

  package init(store: LedgerStore, principal: Principal, mode: ImportMode, map: ColumnMap) {
    (self.store, self.principal, self.mode, self.map) = (store, principal, mode, map)
  }

  /// Refuses a table whose header can't be that of locations.
  package static func check(_ rows: RowReader, _ map: ColumnMap) throws(IntakeFault) {
    var mapper = RowMapper(map, of: rows)
    try mapper.check(rows, needs: "code", code: "location.code")
  }

  /// Reads all rows and tells what became of each.
  ///
  /// - Throws: `IntakeFault` of the header; what `TableImport.run` throws.
  package func run(
    _ rows: RowReader, tell: @escaping (ImportedRow) throws -> Void
  ) throws -> ImportSummary {
    var mapper = RowMapper(map, of: rows)
    try mapper.check(rows, needs: "code", code: "location.code")
    var waiting: [PendingRow<Row>] = []
    while let row = try rows.nextPending({ try Self.row(mapper.map($0)) }) { waiting.append(row) }
    var ordered = Self.parentsFirst(waiting)[...]
    var work = TableImport<Row>(
      store: store, principal: principal, mode: mode, next: { ordered.popFirst() },
      take: { try $0.take($1.draft) },
      place: { $1.mapped.place(Self.column(of: $0)) }, tell: tell)
    try work.run()
    var summary = work.summary
    summary.ignoredColumns = mapper.passedOver
    return summary
  }

  private static func row(_ mapped: MappedRow) throws(IntakeFault) -> (key: String, draft: Row) {
    guard let code = mapped.row["code"] else {
      throw IntakeFault(
        code: "location.code",
        message: "\(mapped.place()): there is no column “code”; an import needs it.")
    }
    let draft = LocationDraft(
      code: code, name: said("name", mapped), kind: try kind(mapped),
      parent: said("parent", mapped))
    return (code, Row(draft: draft, mapped: mapped))
  }

  /// An empty cell says nothing.
  private static func said(_ column: String, _ mapped: MappedRow) -> String? {
    mapped.row[column].flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func kind(_ mapped: MappedRow) throws(IntakeFault) -> Location.Kind? {
    guard let text = said("kind", mapped) else { return nil }
    if let kind = Location.Kind(rawValue: text) { return kind }
    let names = Location.Kind.allCases.map(\.rawValue)
    throw IntakeFault(
      code: "location.kind",
      message: "\(mapped.place("kind")): \(SafeText.quoted(text)) is no kind of location; expected "
        + names.joined(separator: ", ") + "." + Suggestion.hint(for: text, among: names))
  }

  private static func column(of fault: LedgerFault) -> String? {
    switch fault.code {
    case "location.unknown": "parent"
    case "location.exists": "code"
    default: fault.code.split(separator: ".").last.map(String.init)
    }
  }

  /// The rows in the order of the file, but each behind the one that it lies in.
  private static func parentsFirst(_ rows: [PendingRow<Row>]) -> [PendingRow<Row>] {
    var indices: [String: Int] = [:]
    for (index, row) in rows.enumerated() {
      if let key = row.key, indices[key] == nil { indices[key] = index }
    }
    var isPlaced = [Bool](repeating: false, count: rows.count)
    var ordered: [PendingRow<Row>] = []
    for start in rows.indices {
      var (chain, next) = ([Int](), Optional(start))
      // A circle ends where it meets itself; the ledger then refuses its rows.
      while let index = next, !isPlaced[index] {
        isPlaced[index] = true
        chain.append(index)
        guard case .draft(let row) = rows[index].content else { break }
        next = (row.draft.parent ?? row.draft.parentFromCode).flatMap { indices[$0] }
      }
      ordered += chain.reversed().map { rows[$0] }
    }
    return ordered
  }
}
