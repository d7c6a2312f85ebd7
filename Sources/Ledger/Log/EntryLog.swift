import Storage

/// The append-only log: an entry for everything that changes state, written in the transaction
/// that changes it.
struct EntryLog {
  let connection: Connection
  let principal: Principal
  /// Milliseconds; all entries of one transaction carry the same time.
  let now: Int
  let memory = BooksMemory()
  private let principalText: [UInt8]
  private let writer: EntryWriter

  init(connection: Connection, principal: Principal, now: Int) throws {
    (self.connection, self.principal, self.now) = (connection, principal, now)
    principalText = Array(try CanonicalJSON.data(principal))
    writer = try EntryWriter(connection)
  }

  /// Appends an entry and returns its number; numbers have no gaps.
  @discardableResult
  func append(_ kind: EntryKind, _ payload: some Encodable) throws -> Int {
    try append(kind) { $0.append(try CanonicalJSON.data(payload)) }
  }

  /// The same, with a payload that the closure writes.
  func append(
    _ kind: EntryKind, payload: (inout CanonicalJSONWriter) throws -> Void
  ) throws -> Int {
    try writer.append(
      kind: kind.rawValue, principal: principalText, recordedAt: now, payload: payload)
  }

  /// Keeps the tree over all that was appended; to be called once, at the end of the transaction.
  func keep() throws { try writer.keep() }
}

extension Connection {
  /// Milliseconds; 0 for an empty log.
  func timeOfLastEntry() throws -> Int {
    try first(Self.timeOfLastEntryQuery) { try $0.int(0) } ?? 0
  }

  static let timeOfLastEntryQuery: SQLQuery =
    "SELECT recorded_at FROM entries ORDER BY seq DESC LIMIT 1"

  /// The number of entries, which is the number of the last one.
  func headOfLog() throws -> Int {
    try first("SELECT COALESCE(MAX(seq), 0) FROM entries") { try $0.int(0) } ?? 0
  }
}
