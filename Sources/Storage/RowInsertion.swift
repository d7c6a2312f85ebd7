import CSQLite

/// A statement that adds rows to one table, looked up once and run for many rows.
///
///     let things = try RowInsertion(connection, into: "things", columns: ["id", "name"])
///     try things.insert { row in
///       row.add(7)
///       row.add("seven")
///     }
///
/// The values of a row lie one after the other in a buffer that all rows share, and the engine reads
/// them there: a row costs neither an allocation nor a second copy of its texts.
///
/// It is valid as long as the connection that it was made of.
package final class RowInsertion {
  private let source: any StatementSource
  private let statement: OpaquePointer
  private var row = RowBuffer()

  /// - Parameters: names that are part of the program; no text from outside.
  package init(
    _ connection: Connection, into table: StaticString, columns: [StaticString]
  ) throws {
    source = connection.source
    let names = columns.map { "\($0)" }.joined(separator: ", ")
    let query = SQLQuery(
      text: "INSERT INTO \(table) (\(names)) VALUES (", parameters: columns.count, end: ")")
    statement = try translatingFaults { [source] in try source.compiled(query) }
  }

  /// Adds a row.
  ///
  /// - Parameter fill: gives the values, in the order of the columns.
  package func insert(_ fill: (inout RowBuffer) throws -> Void) throws {
    row.clear()
    try fill(&row)
    try translatingFaults {
      defer {
        sqlite3_reset(statement)
        sqlite3_clear_bindings(statement)
      }
      let code = row.withValues { bind($0, $1) }
      if code != SQLITE_DONE { throw source.fault(code) }
    }
  }

  /// Binds and runs while the buffer stays where it is, so that nothing need be copied.
  private func bind(_ values: [RowBuffer.Value], _ bytes: UnsafeRawPointer) -> Int32 {
    var position: Int32 = 0
    for value in values {
      position += 1
      let code =
        switch value {
        case .null: sqlite3_bind_null(statement, position)
        case .integer(let number): sqlite3_bind_int64(statement, position, Int64(number))
        case .text(let start, let count):
          sqlite3_bind_text(
            statement, position, (bytes + start).assumingMemoryBound(to: CChar.self),
            Int32(count), nil)
        case .blob(let start, let count):
          sqlite3_bind_blob(statement, position, bytes + start, Int32(count), nil)
        }
      if code != SQLITE_OK { return code }
    }
    return sqlite3_step(statement)
  }
}
