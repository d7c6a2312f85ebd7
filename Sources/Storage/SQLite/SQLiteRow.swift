import CSQLite

/// A row of SQLite, read straight from the statement that stands on it.
struct SQLiteRow {
  let statement: OpaquePointer

  func int(_ column: Int) throws(StorageFault) -> Int {
    guard type(column) == SQLITE_INTEGER else { throw SQLRow.wrong(column, "a whole number") }
    return Int(sqlite3_column_int64(statement, Int32(column)))
  }

  func text(_ column: Int) throws(StorageFault) -> String {
    guard type(column) == SQLITE_TEXT, let start = sqlite3_column_text(statement, Int32(column))
    else { throw SQLRow.wrong(column, "text") }
    return String(decoding: bytes(start, column), as: UTF8.self)
  }

  func textBytes<Value>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) throws -> Value {
    guard type(column) == SQLITE_TEXT, let start = sqlite3_column_text(statement, Int32(column))
    else { throw SQLRow.wrong(column, "text") }
    return try body(bytes(start, column))
  }

  func blob(_ column: Int) throws(StorageFault) -> [UInt8] {
    guard type(column) == SQLITE_BLOB else { throw SQLRow.wrong(column, "bytes") }
    // Bytes of length zero have no address.
    guard let start = sqlite3_column_blob(statement, Int32(column)) else { return [] }
    return Array(bytes(start.assumingMemoryBound(to: UInt8.self), column))
  }

  func isNull(_ column: Int) -> Bool { type(column) == SQLITE_NULL }

  private func type(_ column: Int) -> Int32 { sqlite3_column_type(statement, Int32(column)) }

  /// What a column holds; gone with the next step.
  private func bytes(_ start: UnsafePointer<UInt8>, _ column: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column))))
  }
}
