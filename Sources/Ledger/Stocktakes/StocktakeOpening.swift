import Inventory
import Storage

/// A stocktake that begins: the books before this entry are its snapshot.
struct StocktakeOpening: LedgerEvent {
  static let kind = EntryKind.stocktakeOpened

  let id: ObjectID
  let number: Int
  let name: String
  /// Codes of locations, by their bytes.
  let scope: [String]
  let policy: StocktakePolicy

  init(_ draft: StocktakeDraft, id: ObjectID, number: Int) {
    (self.id, self.number, name) = (id, number, draft.name)
    (scope, policy) = (draft.scope.sortedByBytes(), draft.policy)
  }

  func apply(to books: Books) throws {
    try books.connection.execute(
      """
      INSERT INTO stocktakes (id, number, name, name_key, state, coverage, leaves_out_assigned,
        opened_by, opened_at, opened_seq)
      VALUES (\(id.bytes), \(number), \(name), \(NameKey.of(name)),
        \(StocktakeState.open.rawValue), \(policy.coverage.rawValue),
        \(policy.leavesOutAssigned), \(books.principal.name), \(books.at), \(books.seq))
      """)
    for code in Set(scope).sorted() {
      let location = try LocationTable(connection: books.connection).existing(code)
      try books.connection.execute(
        """
        INSERT INTO stocktake_scope (stocktake_id, location_id)
        VALUES (\(id.bytes), \(location.bytes))
        """)
    }
  }
}
