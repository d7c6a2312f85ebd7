import CSQLite
import Testing

/// Somebody who writes to a ledger's file and doesn't care for its rules: triggers, foreign keys and
/// checks mean nothing.
final class CarelessWriter {
  private var handle: OpaquePointer?

  init(_ path: String) throws {
    try #require(sqlite3_open(path, &handle) == SQLITE_OK)
    try write("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
    try write("PRAGMA synchronous = OFF; PRAGMA busy_timeout = 10000")
    for table in ["entries", "crops", "log_tiles", "log_key"] {
      for change in ["update", "delete"] {
        try write("DROP TRIGGER IF EXISTS \(table)_refuse_\(change)")
      }
    }
  }

  deinit { sqlite3_close(handle) }

  func write(_ sql: String) throws {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    try #require(code == SQLITE_OK, "\(String(cString: sqlite3_errmsg(handle))): \(sql)")
  }
}
