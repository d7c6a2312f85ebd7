import CSQLite

/// A statement that adds rows to one table, looked up once and run for many rows.
///
///     let things = try RowInsertion(connection, into: "things", columns: ["id", "name"])
///     try things.insert { row in
///       row.add(7)
///       row.add("seven")
///     }
///
/// It is valid as long as the connection that it was made of. As with all statements without a
/// result, rows may reach the database later than they are given: those of many calls together, but
/// before the next statement of another kind. They may refer to rows of insertions that were made
/// before in the transaction, not after.
package final class RowInsertion {
  private enum Target {
    case sqlite(SQLiteInsertion)
    case postgres(PostgresSession, PostgresRows)
  }

  private let target: Target
  private var row = RowBuffer()

  /// - Parameters: names that are part of the program; no text from outside.
  /// - Parameter end: what follows the values: `ON CONFLICT DO NOTHING`.
  package init(
    _ connection: Connection, into table: StaticString, columns: [StaticString],
    _ end: StaticString = ""
  ) throws {
    let names = columns.map { "\($0)" }.joined(separator: ", ")
    let start = "INSERT INTO \(table) (\(names))"
    switch connection.source {
    case .sqlite(let source):
      let query = SQLQuery(
        text: "\(start) VALUES (", parameters: columns.count, end: ") \(end)")
      target = .sqlite(try SQLiteInsertion(source, query))
    case .postgres(let session):
      let rows = session.rows(start: start, columns: columns.count, end: "\(end)")
      target = .postgres(session, rows)
    }
  }

  /// Adds a row.
  ///
  /// - Parameter fill: gives the values, in the order of the columns.
  package func insert(_ fill: (inout RowBuffer) throws -> Void) throws {
    row.clear()
    try fill(&row)
    switch target {
    case .sqlite(let insertion): try insertion.insert(row)
    case .postgres(let session, let rows): try session.insert(row, rows)
    }
  }
}
