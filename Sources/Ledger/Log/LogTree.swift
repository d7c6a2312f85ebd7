import Storage

/// The tree over the log, inside a transaction that appends: read once, kept once.
final class LogTree {
  private let connection: Connection
  private let tiles: RowInsertion
  private(set) var frontier: TreeFrontier
  private var grown = false
  private var entry = EntryBytes()

  /// Reads where the log ends.
  init(_ connection: Connection) throws {
    self.connection = connection
    tiles = try RowInsertion(
      connection, into: "log_tiles", columns: ["level", "position", "hashes"])
    frontier = try LogHead(connection).frontier
  }

  /// The number that the next entry gets.
  var nextSeq: Int { frontier.size + 1 }

  /// Hashes the entry that was just written.
  func append(
    kind: some Collection<UInt8>, payload: [UInt8], principal: [UInt8], recordedAt: Int
  ) throws {
    entry.set(
      kind: kind, payload: payload, principal: principal, recordedAt: recordedAt, seq: nextSeq)
    try append(.leaf(entry.bytes))
  }

  /// Takes the hash of the next entry.
  func append(_ leaf: LogHash) throws {
    grown = true
    try frontier.append(leaf) { full in
      try tiles.insert { row in
        row.add(full.level)
        row.add(full.position)
        row.add(full.tile.bytes)
      }
    }
  }

  /// Keeps the new end of the log; to be called once, at the end of the transaction.
  func keep() throws {
    guard grown else { return }
    try connection.execute(
      "UPDATE log_head SET size = \(frontier.size), hashes = \(frontier.bytes) WHERE number = 1")
  }
}

/// The row that says where the log ends.
struct LogHead {
  let frontier: TreeFrontier

  /// - Throws: `LedgerFault` `ledger.damaged` where the row is gone or makes no sense.
  init(_ connection: Connection) throws {
    let row = try connection.first(Self.query) { (size: try $0.int(0), hashes: try $0.blob(1)) }
    guard let row, let frontier = TreeFrontier(size: row.size, bytes: row.hashes) else {
      throw Self.damaged
    }
    self.frontier = frontier
  }

  static let query: SQLQuery = "SELECT size, hashes FROM log_head WHERE number = 1"

  static let damaged = LedgerFault(
    code: "ledger.damaged",
    message: "The row that says where the log ends was changed or taken away (tally ledger verify "
      + "says more). Restore the ledger from a backup.")
}
