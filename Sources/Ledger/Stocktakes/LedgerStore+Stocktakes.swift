import Diagnostics
import Inventory
import Storage

extension LedgerStore {
  /// All stocktakes, by number.
  package func stocktakes() throws -> [Stocktake] {
    try database.read { try StocktakeTable(connection: $0).all() }
  }

  /// The stocktake of a name, a number or an id.
  package func stocktake(named name: String) throws -> Stocktake {
    try database.read { try StocktakeTable(connection: $0).named(name) }
  }

  /// Opens a stocktake: from here on it is compared with the books as they are now.
  ///
  /// - Throws: `LedgerFault` for an empty scope, an unknown location, a name that is taken, or a
  ///   stocktake that is open over the same locations.
  package func openStocktake(_ draft: StocktakeDraft, by principal: Principal) throws -> Stocktake {
    try append(by: principal) { log in
      let table = StocktakeTable(connection: log.connection)
      try log.check(draft)
      let id = ObjectID.make(at: log.now)
      let number = try (table.all().last?.number ?? 0) + 1
      try log.record(StocktakeOpening(draft, id: id, number: number))
      return try table.existing(id: id)
    }
  }

  /// Closes a stocktake: it takes no more events, and its report is fixed.
  package func closeStocktake(_ stocktake: Stocktake, by principal: Principal) throws
    -> StocktakeReport
  {
    try append(by: principal) { log in
      let table = StocktakeTable(connection: log.connection)
      let current = try table.existing(id: stocktake.id)
      guard current.state.next.contains(.closing) else { throw LedgerFault.step("close", current) }
      let closing = StocktakeClosing(by: log.principal.name, at: log.now)
      let report = try log.connection.report(on: current, closing: closing)
      try log.record(StocktakeClosure(of: current.id, report))
      return report
    }
  }
}

extension EntryLog {
  fileprivate func check(_ draft: StocktakeDraft) throws {
    guard !NameKey.of(draft.name).isEmpty, draft.name.utf8.count <= 200 else {
      throw LedgerFault(
        code: "stocktake.name", message: "A stocktake needs a name of 1 to 200 bytes.")
    }
    guard !draft.scope.isEmpty else {
      throw LedgerFault(
        code: "stocktake.scope",
        message: "A stocktake needs at least one location to count: --scope LOCATION.")
    }
    let locations = LocationTable(connection: connection)
    for code in draft.scope { _ = try locations.receiving(code) }
    let (all, key) = (try StocktakeTable(connection: connection).all(), NameKey.of(draft.name))
    if let taken = all.first(where: { NameKey.of($0.name) == key }) {
      throw LedgerFault(
        code: "stocktake.exists", message: "There is a stocktake \(taken.title) already.")
    }
    let tree = try locations.tree()
    let blockers = all.filter { other in
      other.state.blocksItsScope
        && other.scope.contains { one in
          draft.scope.contains {
            tree.isSameOrAncestor(one, of: $0) || tree.isSameOrAncestor($0, of: one)
          }
        }
    }
    if !blockers.isEmpty { throw LedgerFault.overlap(blockers) }
  }
}

extension LedgerFault {
  static func step(_ step: String, _ stocktake: Stocktake) -> LedgerFault {
    let allowed = stocktake.state.next.map(\.rawValue).joined(separator: ", ")
    return LedgerFault(
      code: "stocktake.state",
      message:
        "Stocktake \(stocktake.title) is in state “\(stocktake.state.rawValue)”; it can't \(step). "
        + (allowed.isEmpty
          ? "No step leads on from there." : "From there it can become: \(allowed)."))
  }

  fileprivate static func overlap(_ blockers: [Stocktake]) -> LedgerFault {
    let names = blockers.map { "\($0.title) (\($0.state.rawValue))" }.joined(separator: ", ")
    return LedgerFault(
      code: "stocktake.overlap",
      message: "These locations are being counted already by stocktake \(names). Two counts of one "
        + "place at a time could not be told apart.")
  }
}
