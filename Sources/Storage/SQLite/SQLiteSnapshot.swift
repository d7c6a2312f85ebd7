import CSQLite

/// The state of the ledger that a connection goes on reading while nobody commits.
///
/// To begin and end a transaction that reads takes two locks of a file, under one lock of the whole
/// process: threads that each want one row wait for each other more than they read. Each commit
/// changes the header of the write-ahead log's index, which lies in shared memory, so a look at 48
/// bytes tells whether the state that is held is still the last one. It is let go of within a
/// moment (`SQLiteReaders`), since the log can't start anew while somebody reads from it.
struct SQLiteSnapshot {
  /// Nil until the first read, and for ever where the file has no write-ahead log.
  private var index: UnsafePointer<UInt32>?
  /// The header before the transaction began: that of its state, or of an older one.
  private var header = [UInt32](repeating: 0, count: Int(TALLY_WAL_HEADER_WORDS))
  private var isHeld = false
  /// Few enough to be searched from the front.
  private var memory: [(type: ObjectIdentifier, value: AnyObject)] = []

  init() {}

  /// Takes the last committed state, unless it is the one that is held.
  mutating func refresh(_ reader: SQLiteReader) throws {
    if isHeld, let index, tally_sqlite_wal_header_is(index, header) != 0 { return }
    end(reader)
    if index == nil { index = try Self.index(reader) }
    guard let index else { return }
    // Before the transaction: a commit between the two makes the header old, and costs one refresh.
    tally_sqlite_copy_wal_header(index, &header)
    try reader.run("BEGIN")
    isHeld = true
  }

  mutating func end(_ reader: SQLiteReader) {
    guard isHeld else { return }
    isHeld = false
    memory.removeAll(keepingCapacity: true)
    // It fails where SQLite has ended the transaction already; whatever else it is, nothing was
    // written that could be lost.
    if (try? reader.run("COMMIT")) == nil { try? reader.run("ROLLBACK") }
  }

  /// What was made of this state before, one value of each type.
  func memory<Value>(of type: Value.Type) -> Value? {
    let type = ObjectIdentifier(type)
    guard let known = memory.first(where: { $0.type == type }) else { return nil }
    // Sound because `remember` alone adds to the memory: under the type of what is in the box. A
    // checked cast costs as much as a search of a table.
    return unsafeDowncast(known.value, to: Remembered<Value>.self).value
  }

  mutating func remember<Value>(_ value: Value) {
    if isHeld { memory.append((ObjectIdentifier(Value.self), Remembered(value))) }
  }

  private static func index(_ reader: SQLiteReader) throws -> UnsafePointer<UInt32>? {
    // The first read of a connection maps the index.
    try reader.run("SELECT NULL FROM sqlite_schema WHERE FALSE")
    return reader.handle.flatMap { tally_sqlite_wal_index($0) }
  }
}

private final class Remembered<Value> {
  let value: Value

  init(_ value: Value) { self.value = value }
}
