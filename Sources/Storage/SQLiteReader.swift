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
  private var statements: [String: OpaquePointer] = [:]

  /// Opens a file that is a ledger already.
  init(path: String) throws {
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nil)
    handle = opened
    guard code == SQLITE_OK else { throw fault(code) }
    sqlite3_busy_timeout(handle, 30_000)
    sqlite3_exec(handle, "PRAGMA cache_size = \(Database.cachePages)", nil, nil, nil)
  }

  deinit {
    for statement in statements.values { sqlite3_finalize(statement) }
    sqlite3_close(handle)
  }

  func compiled(_ sql: String) throws -> OpaquePointer {
    if let statement = statements[sql] { return statement }
    var compiled: OpaquePointer?
    let code = sqlite3_prepare_v3(
      handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &compiled, nil)
    guard code == SQLITE_OK, let compiled else { throw fault(code) }
    statements[sql] = compiled
    return compiled
  }
}
