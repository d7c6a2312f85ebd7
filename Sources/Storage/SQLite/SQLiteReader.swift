import CSQLite
import GRDB

/// A connection that only reads, without queues around it.
///
/// GRDB's pool hands a reader over through dispatch queues, and looks at the schema before each
/// use. That costs as much as a lookup itself, and on a busy machine several times that, in threads
/// that wait for each other.
///
/// Sendable because only one thread has it at a time: `SQLiteReaders` gives it out and takes it back.
final class SQLiteReader: StatementSource, @unchecked Sendable {
  let handle: OpaquePointer?
  private var statements: [StatementKey: OpaquePointer] = [:]
  private var snapshot = SQLiteSnapshot()

  /// Bytes of the file that are read where they lie in memory: the most that SQLite maps.
  ///
  /// In a ledger of a million assets most lookups touch pages that no cache of ours holds, and a call
  /// to the system for each costs more than finding the row. Nothing is ever written through the map.
  private static let mapped = 0x7fff_0000

  /// Opens a file that is a ledger already.
  init(path: String) throws {
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
    handle = opened
    guard code == SQLITE_OK else { throw fault(code) }
    sqlite3_busy_timeout(handle, 30_000)
    sqlite3_exec(handle, "PRAGMA cache_size = \(SQLiteDatabase.cachePages)", nil, nil, nil)
    sqlite3_exec(handle, "PRAGMA mmap_size = \(Self.mapped)", nil, nil, nil)
  }

  deinit {
    for statement in statements.values { sqlite3_finalize(statement) }
    sqlite3_close(handle)
  }

  /// Runs a closure on the state that the ledger is in now, and keeps that state for the next time.
  func read<Value>(_ body: (SQLiteReader) throws -> Value) throws -> Value {
    try snapshot.refresh(self)
    do {
      return try body(self)
    } catch {
      letGo()
      throw error
    }
  }

  /// Lets go of the state of the last read, which keeps the write-ahead log from starting anew.
  func letGo() { snapshot.end(self) }

  /// Runs a statement that takes and returns nothing.
  func run(_ sql: SQLQuery) throws {
    let statement = try compiled(sql)
    defer { sqlite3_reset(statement) }
    let code = sqlite3_step(statement)
    if code != SQLITE_DONE { throw fault(code) }
  }

  func compiled(_ query: SQLQuery) throws -> OpaquePointer {
    let key = StatementKey(fragments: query.fragments)
    if let statement = statements[key] { return statement }
    var compiled: OpaquePointer?
    let code = sqlite3_prepare_v3(
      handle, query.sql(.sqlite), -1, UInt32(SQLITE_PREPARE_PERSISTENT), &compiled, nil)
    guard code == SQLITE_OK, let compiled else { throw fault(code) }
    statements[key] = compiled
    return compiled
  }

  func remembered<Value>(_ make: () throws -> Value) throws -> Value {
    if let known = snapshot.memory(of: Value.self) { return known }
    let value = try make()
    snapshot.remember(value)
    return value
  }
}

/// A statement by the literals that it is made of: comparing those that are one and the same is
/// comparing addresses, so that the text of a known statement is never put together.
private struct StatementKey: Hashable {
  let fragments: [String]

  func hash(into hasher: inout Hasher) {
    hasher.combine(fragments.count)
    hasher.combine(fragments[0].utf8.count)
  }
}
