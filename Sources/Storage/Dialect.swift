/// The few things that the engines write differently, each by its name.
package enum Dialect: Sendable {
  case sqlite

  /// The type of a whole number that is the key of its table.
  package var integerKey: String { "INTEGER PRIMARY KEY" }

  /// The type of text that is ordered by its bytes.
  package var text: String { "TEXT" }

  /// The type of bytes.
  package var blob: String { "BLOB" }

  /// The names of the tables that are there.
  var tables: SQLQuery { "SELECT name FROM sqlite_master WHERE type = 'table'" }

  /// Statements after which rows of a table can be added, but neither changed nor deleted.
  package func appendOnly(_ table: String) -> [String] {
    ["UPDATE", "DELETE"].map { change in
      """
      CREATE TRIGGER \(table)_refuse_\(change.lowercased()) BEFORE \(change) ON \(table)
      BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END
      """
    }
  }
}
