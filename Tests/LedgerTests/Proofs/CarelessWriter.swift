import CSQLite
import Storage
import Testing

/// Somebody who writes to a ledger past its programs and doesn't care for its rules: triggers, foreign
/// keys and checks mean nothing.
final class CarelessWriter {
  let dialect: Dialect
  private let database: Database
  /// Of the file; on PostgreSQL there is none.
  private var handle: OpaquePointer?

  init(_ ledger: TestLedger) throws {
    database = try ledger.database()
    dialect = database.dialect
    switch dialect {
    case .sqlite: try openFile(ledger.path)
    case .postgres: try dropChecks()
    }
  }

  deinit { sqlite3_close(handle) }

  func write(_ sql: String) throws {
    switch dialect {
    case .sqlite: try run(sql)
    case .postgres:
      // Triggers, those of foreign keys among them, don't run for a replica.
      try database.write(text: ["SET LOCAL session_replication_role = replica", sql])
    }
  }

  /// A value of the type that a column has.
  func anything(in column: String, of table: String) throws -> SQLValue {
    guard dialect == .postgres else { return .text("x") }
    let type = try database.read { connection in
      try connection.first(
        """
        SELECT FORMAT_TYPE(atttypid, NULL) FROM pg_attribute
        WHERE attrelid = TO_REGCLASS(\(table)) AND attname = \(column)
        """
      ) { try $0.text(0) }
    }
    switch type {
    case "bigint": return .integer(1)
    case "bytea": return .blob([1])
    default: return .text("x")
    }
  }

  private func openFile(_ path: String) throws {
    try #require(sqlite3_open(path, &handle) == SQLITE_OK)
    try run("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
    try run("PRAGMA synchronous = OFF; PRAGMA busy_timeout = 10000")
    for table in ["entries", "crops", "log_tiles", "log_key"] {
      for change in ["update", "delete"] {
        try run("DROP TRIGGER IF EXISTS \(table)_refuse_\(change)")
      }
    }
  }

  private func run(_ sql: String) throws {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    try #require(code == SQLITE_OK, "\(String(cString: sqlite3_errmsg(handle))): \(sql)")
  }

  private func dropChecks() throws {
    let checks = try database.read { connection in
      try connection.all(
        """
        SELECT t.relname, c.conname FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
        JOIN pg_namespace n ON n.oid = t.relnamespace
        WHERE c.contype = 'c' AND n.nspname = current_schema()
        """
      ) { "ALTER TABLE \(try $0.text(0)) DROP CONSTRAINT \"\(try $0.text(1))\"" }
    }
    try database.write(text: checks)
  }
}
