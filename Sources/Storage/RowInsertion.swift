import CSQLite

/// A statement that adds rows to one table, looked up once and run for many rows.
///
///     let things = try RowInsertion(connection, into: "things", columns: ["id", "name"])
///     try things.insert { row in
///       row.add(7)
///       row.add("seven")
///     }
///
/// It is valid as long as the connection that it was made of.
package final class RowInsertion {
  private enum Target {
    case sqlite(SQLiteInsertion)
    /// The query with values of no row.
    case any(Connection, SQLQuery)
  }

  private let target: Target
  private var row = RowBuffer()

  /// - Parameters: names that are part of the program; no text from outside.
  package init(
    _ connection: Connection, into table: StaticString, columns: [StaticString]
  ) throws {
    let names = columns.map { "\($0)" }.joined(separator: ", ")
    let query = SQLQuery(
      text: "INSERT INTO \(table) (\(names)) VALUES (", parameters: columns.count, end: ")")
    target =
      switch connection.source {
      case .sqlite(let source): .sqlite(try SQLiteInsertion(source, query))
      case .postgres: .any(connection, query)
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
    case .any(let connection, let query):
      try connection.execute(SQLQuery(fragments: query.fragments, parameters: row.sqlValues))
    }
  }
}
