import Storage

/// The append-only log: an entry for everything that changes state, written in the transaction
/// that changes it.
struct EntryLog {
  let connection: Connection
  let principal: Principal
  /// Milliseconds; all entries of one transaction carry the same time.
  let now: Int

  /// Appends an entry and returns its number; numbers have no gaps.
  @discardableResult
  func append(_ kind: EntryKind, _ payload: some Encodable) throws -> Int {
    let seq = try connection.first(
      """
      INSERT INTO entries (seq, recorded_at, kind, principal, payload)
      VALUES ((SELECT COALESCE(MAX(seq), 0) + 1 FROM entries), \(now), \(kind.rawValue),
        \(try CanonicalJSON.text(principal)), \(try CanonicalJSON.text(payload)))
      RETURNING seq
      """
    ) { try $0.int(0) }
    guard let seq else {
      throw LedgerFault(code: "ledger.refused", message: "The log took no entry.")
    }
    return seq
  }
}

extension Connection {
  /// Milliseconds; 0 for an empty log.
  func timeOfLastEntry() throws -> Int {
    try first("SELECT recorded_at FROM entries ORDER BY seq DESC LIMIT 1") { try $0.int(0) } ?? 0
  }

  /// The number of entries, which is the number of the last one.
  func headOfLog() throws -> Int {
    try first("SELECT COALESCE(MAX(seq), 0) FROM entries") { try $0.int(0) } ?? 0
  }
}
