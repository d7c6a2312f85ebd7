import Storage

/// The append-only log: an entry for everything that changes state, written in the transaction
/// that changes it.
struct EntryLog {
  let connection: Connection
  let principal: Principal
  /// Milliseconds; all entries of one transaction carry the same time.
  let now: Int
  private let principalText: String
  private let tree: LogTree

  init(connection: Connection, principal: Principal, now: Int) throws {
    (self.connection, self.principal, self.now) = (connection, principal, now)
    principalText = try CanonicalJSON.text(principal)
    tree = try LogTree(connection)
  }

  /// Appends an entry and returns its number; numbers have no gaps.
  @discardableResult
  func append(_ kind: EntryKind, _ payload: some Encodable) throws -> Int {
    let (seq, payload) = (tree.nextSeq, try CanonicalJSON.text(payload))
    try connection.execute(
      """
      INSERT INTO entries (seq, recorded_at, kind, principal, payload)
      VALUES (\(seq), \(now), \(kind.rawValue), \(principalText), \(payload))
      """)
    try tree.append(
      kind: kind.rawValue, payload: payload, principal: principalText, recordedAt: now)
    return seq
  }

  /// Keeps the tree over all that was appended; to be called once, at the end of the transaction.
  func keep() throws { try tree.keep() }
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
