/// The few things that the engines write differently, each by its name.
package enum Dialect: Sendable {
  case sqlite
  case postgres

  /// The type of a whole number that is the key of its table.
  package var integerKey: String {
    switch self {
    case .sqlite: "INTEGER PRIMARY KEY"
    case .postgres: "BIGINT PRIMARY KEY"
    }
  }

  /// The type of text that is ordered by its bytes.
  package var text: String {
    switch self {
    case .sqlite: "TEXT"
    case .postgres: "TEXT COLLATE \"C\""
    }
  }

  /// The type of bytes.
  package var blob: String {
    switch self {
    case .sqlite: "BLOB"
    case .postgres: "BYTEA"
    }
  }

  /// What stands for the parameter of a number, from 1.
  func placeholder(_ number: Int) -> String {
    switch self {
    case .sqlite: "?"
    case .postgres: "$\(number)"
    }
  }

  /// The names of the tables that are there.
  var tables: SQLQuery {
    switch self {
    case .sqlite: "SELECT name FROM sqlite_master WHERE type = 'table'"
    case .postgres:
      """
      SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'p')
      """
    }
  }

  /// Statements after which rows of a table can be added, but neither changed nor deleted.
  package func appendOnly(_ table: String) -> [String] {
    switch self {
    case .sqlite: Self.refusingTriggers(table)
    case .postgres: Self.refusingFunction(table)
    }
  }

  private static func refusingTriggers(_ table: String) -> [String] {
    ["UPDATE", "DELETE"].map { change in
      """
      CREATE TRIGGER \(table)_refuse_\(change.lowercased()) BEFORE \(change) ON \(table)
      BEGIN SELECT RAISE(ABORT, '\(table) is append-only'); END
      """
    }
  }

  /// Rows for changes of rows, since a change of none is none on SQLite either.
  private static func refusingFunction(_ table: String) -> [String] {
    [
      """
      CREATE FUNCTION \(table)_refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION '\(table) is append-only'; END $$
      """,
      """
      CREATE TRIGGER \(table)_refuse_change BEFORE UPDATE OR DELETE ON \(table)
      FOR EACH ROW EXECUTE FUNCTION \(table)_refuse()
      """,
      """
      CREATE TRIGGER \(table)_refuse_truncate BEFORE TRUNCATE ON \(table)
      FOR EACH STATEMENT EXECUTE FUNCTION \(table)_refuse()
      """,
    ]
  }
}
