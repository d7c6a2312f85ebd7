import CSQLite

/// A compiled statement, bound and stepped through the C interface of SQLite.
///
/// GRDB opens the connections and guards the transactions. Its own rows can be copied, observed and
/// asked by name; making them costs several times what SQLite needs for a lookup, and none of that
/// is wanted here.
struct SQLiteStatement {
  /// Owned by its source; valid as long as the connection is.
  let handle: OpaquePointer
  private let source: any StatementSource

  init(_ query: SQLQuery, _ source: any StatementSource) throws {
    self.source = source
    handle = try source.compiled(query)
    var position: Int32 = 1
    for value in query.parameters {
      try check(bind(value, at: position))
      position += 1
    }
  }

  /// Moves to the next row; false after the last one.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw source.fault(code)
    }
  }

  /// The row that the statement stands on.
  var row: SQLRow { SQLRow(source: .sqlite(SQLiteRow(statement: handle))) }

  /// Makes the statement ready for its next use, and lets go of what it holds.
  func end() {
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  private func bind(_ value: SQLValue, at position: Int32) -> Int32 {
    switch value {
    case .null: sqlite3_bind_null(handle, position)
    case .integer(let number): sqlite3_bind_int64(handle, position, Int64(number))
    case .text(var text):
      text.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          // An empty text has no address, and no address would mean NULL.
          sqlite3_bind_text(
            handle, position, $0.baseAddress ?? Self.empty, Int32($0.count), Self.copied)
        }
      }
    case .blob(let bytes):
      bytes.withUnsafeBytes {
        sqlite3_bind_blob(
          handle, position, $0.baseAddress ?? UnsafeRawPointer(Self.empty), Int32($0.count),
          Self.copied)
      }
    }
  }

  private func check(_ code: Int32) throws {
    if code != SQLITE_OK { throw source.fault(code) }
  }

  /// SQLite's SQLITE_TRANSIENT: the bytes are copied before the call returns.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  /// An address for what has no bytes; nothing is ever written to it or read from it.
  nonisolated(unsafe) private static let empty = UnsafePointer(
    UnsafeMutablePointer<CChar>.allocate(capacity: 1))
}
