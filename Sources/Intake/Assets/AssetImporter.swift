package import Ledger
package import Tabular

/// Takes a table of assets into the books, row by row.
package struct AssetImporter {
  private let store: LedgerStore
  private let principal: Principal
  private let createLocations: Bool
  private let mode: ImportMode
  private let map: ColumnMap
  private let reader: AssetRowReader

  private struct Row {
    let draft: AssetDraft
    let mapped: MappedRow
  }

  /// - Parameter map: which columns mean what, as the reader makes it.
  package init(
    store: LedgerStore, principal: Principal, createLocations: Bool, mode: ImportMode,
    map: ColumnMap, reader: AssetRowReader
  ) {
    (self.store, self.principal, self.mode) = (store, principal, mode)
    (self.createLocations, self.map, self.reader) = (createLocations, map, reader)
  }

  /// Refuses a table whose header can't be that of assets.
  package static func check(_ rows: RowReader, _ map: ColumnMap) throws(IntakeFault) {
    var mapper = RowMapper(map, of: rows)
    try mapper.check(rows, needs: "tag", code: "asset.tag")
  }

  /// Reads all rows and tells what became of each.
  ///
  /// - Throws: `IntakeFault` of the header; what `TableImport.run` throws.
  package func run(
    _ rows: RowReader, tell: @escaping (ImportedRow) throws -> Void
  ) throws -> ImportSummary {
    var mapper = RowMapper(map, of: rows)
    try mapper.check(rows, needs: "tag", code: "asset.tag")
    var categories: Set<String> = []
    var work = TableImport<Row>(
      store: store, principal: principal, mode: mode,
      next: {
        try rows.nextPending { row in
          let mapped = try mapper.map(row)
          let draft = try reader.draft(mapped)
          return (draft.tag, Row(draft: draft, mapped: mapped))
        }
      },
      expect: { try $0.expect($1) },
      take: { step, row in
        if let category = row.draft.category, !category.isEmpty { categories.insert(category) }
        return try step.take(row.draft, createLocations: createLocations)
      },
      place: { $1.mapped.place(reader.column(of: $0)) }, tell: tell)
    try work.run()
    var summary = work.summary
    summary.ignoredColumns = mapper.passedOver
    summary.categoryWritings = try writings(of: categories)
    return summary
  }

  /// The categories that are kept in an earlier writing, and that writing.
  private func writings(of categories: Set<String>) throws -> [String: String] {
    var writings: [String: String] = [:]
    for category in categories {
      let kept = try store.writing(ofCategory: category)
      if !kept.utf8.elementsEqual(category.utf8) { writings[category] = kept }
    }
    return writings
  }
}
