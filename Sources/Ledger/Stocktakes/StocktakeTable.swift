import Diagnostics
import Inventory
import Storage

/// The stocktakes, inside a transaction.
struct StocktakeTable {
  let connection: Connection

  private static let columns: StaticString = """
    id, number, name, state, coverage, leaves_out_assigned, opened_by, opened_at, opened_seq,
    closed_by, closed_at, closed_seq
    """

  /// All, by number.
  func all() throws -> [Stocktake] {
    try rows(
      "SELECT \(raw: Self.columns) FROM stocktakes ORDER BY number")
  }

  func existing(id: ObjectID) throws -> Stocktake {
    let found = try rows(Self.row(id))
    guard let stocktake = found.first else {
      throw LedgerFault.unknownStocktake(id.description, [])
    }
    return stocktake
  }

  /// The stocktake of a name, a number or an id.
  func named(_ name: String) throws -> Stocktake {
    let (all, key) = (try all(), NameKey.of(name))
    let found =
      all.first { NameKey.of($0.name) == key } ?? all.first { String($0.number) == name }
      ?? all.first { $0.id == ObjectID(name) }
    guard let found else { throw LedgerFault.unknownStocktake(name, all.map(\.name)) }
    return found
  }

  private func rows(_ query: SQLQuery) throws -> [Stocktake] {
    let partial = try connection.all(query) { row in
      (
        ObjectID(bytes: try row.blob(0)), try row.int(1), try row.text(2), try row.text(3),
        try row.text(4), try row.bool(5),
        (try row.text(6), try row.int(7), try row.int(8)),
        (try row.optionalText(9), try row.optionalInt(10), try row.optionalInt(11))
      )
    }
    return try partial.map { id, number, name, state, coverage, leavesOut, opened, closed in
      Stocktake(
        id: id, number: number, name: name, state: StocktakeState(rawValue: state) ?? .draft,
        policy: StocktakePolicy(
          coverage: StocktakePolicy.Coverage(rawValue: coverage) ?? .explicit,
          leavesOutAssigned: leavesOut),
        scope: try connection.all(Self.scope(of: id)) { try $0.text(0) }, openedBy: opened.0,
        openedAt: opened.1, openedSeq: opened.2,
        closedBy: closed.0, closedAt: closed.1, closedSeq: closed.2)
    }
  }

  /// What `existing` asks.
  static func questions(about id: ObjectID) -> [SQLQuery] { [row(id), scope(of: id)] }

  private static func row(_ id: ObjectID) -> SQLQuery {
    "SELECT \(raw: Self.columns) FROM stocktakes WHERE id = \(id.bytes)"
  }

  private static func scope(of id: ObjectID) -> SQLQuery {
    """
    SELECT l.code FROM stocktake_scope s JOIN locations l ON l.id = s.location_id
    WHERE s.stocktake_id = \(id.bytes) ORDER BY l.code
    """
  }

  /// The report that was made when the stocktake was closed; nil before.
  func report(of stocktake: Stocktake) throws -> String? {
    try connection.first("SELECT report FROM stocktakes WHERE id = \(stocktake.id.bytes)") {
      try $0.optionalText(0)
    } ?? nil
  }
}

extension LedgerFault {
  static func unknownStocktake(_ name: String, _ known: [String]) -> LedgerFault {
    LedgerFault(
      code: "stocktake.unknown",
      message: "There is no stocktake \(SafeText.quoted(name))."
        + Suggestion.hint(for: name, among: known) + " tally stocktake list shows all.")
  }
}
