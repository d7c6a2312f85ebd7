import CSQLite

/// A compiled statement that takes the values of a row where they lie.
///
/// They lie one after the other in a buffer that all rows share: a row costs neither an allocation
/// nor a second copy of its texts.
struct SQLiteInsertion {
  private let source: any StatementSource
  private let statement: OpaquePointer

  init(_ source: any StatementSource, _ query: SQLQuery) throws {
    self.source = source
    statement = try translatingFaults { try source.compiled(query) }
  }

  func insert(_ row: RowBuffer) throws {
    try translatingFaults {
      defer {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
      }
      let code = row.withValues { run($0, $1) }
      if code != SQLITE_DONE { throw source.fault(code) }
    }
  }

  /// Binds and runs while the buffer stays where it is, so that nothing need be copied.
  private func run(_ values: [RowBuffer.Value], _ bytes: UnsafeRawPointer) -> Int32 {
    var position: Int32 = 0
    for value in values {
      position += 1
      let code = bind(value, bytes, at: position)
      if code != SQLITE_OK { return code }
    }
    return sqlite3_step(statement)
  }

  private func bind(
    _ value: RowBuffer.Value, _ bytes: UnsafeRawPointer, at position: Int32
  ) -> Int32 {
    switch value {
    case .null: sqlite3_bind_null(statement, position)
    case .integer(let number): sqlite3_bind_int64(statement, position, Int64(number))
    case .text(let start, let count):
      sqlite3_bind_text(
        statement, position, (bytes + start).assumingMemoryBound(to: CChar.self), Int32(count), nil)
    case .blob(let start, let count):
      sqlite3_bind_blob(statement, position, bytes + start, Int32(count), nil)
    }
  }
}
