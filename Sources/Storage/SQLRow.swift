import CSQLite

/// A row of a result, read by the position of its columns.
///
/// A row is valid only inside the closure that it is handed to. A column of another type than
/// asked for is a defect of ours or damage to the file, and is thrown as `ledger.damaged`.
package struct SQLRow {
  let statement: OpaquePointer

  package func int(_ column: Int) throws(StorageFault) -> Int {
    guard type(column) == SQLITE_INTEGER else { throw wrong(column, "a whole number") }
    return Int(sqlite3_column_int64(statement, Int32(column)))
  }

  package func text(_ column: Int) throws(StorageFault) -> String {
    guard type(column) == SQLITE_TEXT, let start = sqlite3_column_text(statement, Int32(column))
    else { throw wrong(column, "text") }
    return String(decoding: bytes(start, column), as: UTF8.self)
  }

  /// The bytes of a text as they are stored, even where they are no UTF-8; valid inside the closure.
  package func textBytes<Value>(
    _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) throws -> Value {
    guard type(column) == SQLITE_TEXT, let start = sqlite3_column_text(statement, Int32(column))
    else { throw wrong(column, "text") }
    return try body(bytes(start, column))
  }

  package func blob(_ column: Int) throws(StorageFault) -> [UInt8] {
    guard type(column) == SQLITE_BLOB else { throw wrong(column, "bytes") }
    // Bytes of length zero have no address.
    guard let start = sqlite3_column_blob(statement, Int32(column)) else { return [] }
    return Array(bytes(start.assumingMemoryBound(to: UInt8.self), column))
  }

  package func bool(_ column: Int) throws(StorageFault) -> Bool { try int(column) != 0 }

  package func optionalInt(_ column: Int) throws(StorageFault) -> Int? {
    isNull(column) ? nil : try int(column)
  }

  package func optionalText(_ column: Int) throws(StorageFault) -> String? {
    isNull(column) ? nil : try text(column)
  }

  package func optionalBlob(_ column: Int) throws(StorageFault) -> [UInt8]? {
    isNull(column) ? nil : try blob(column)
  }

  private func isNull(_ column: Int) -> Bool { type(column) == SQLITE_NULL }

  private func type(_ column: Int) -> Int32 { sqlite3_column_type(statement, Int32(column)) }

  /// What a column holds; gone with the next step.
  private func bytes(_ start: UnsafePointer<UInt8>, _ column: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(column))))
  }

  private func wrong(_ column: Int, _ expected: String) -> StorageFault {
    StorageFault(
      code: "ledger.damaged",
      message: "Column \(column + 1) of a row is not \(expected): the ledger is damaged.")
  }
}
