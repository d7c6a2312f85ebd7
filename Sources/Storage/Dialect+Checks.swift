extension Dialect {
  /// A check of a column for some known texts, and the table that has it.
  package struct ChoiceCheck: Sendable {
    let table: StaticString
    let column: StaticString
    /// What stands between the brackets of `IN`, to the letter.
    let choices: StaticString

    package init(_ table: StaticString, _ column: StaticString, _ choices: StaticString) {
      (self.table, self.column, self.choices) = (table, column, choices)
    }

    private var one: String { "CHECK (\(column) IN (\(choices)))" }

    /// The same choices, compared one after the other.
    private var other: String {
      let texts = "\(choices)".split(separator: ",").map { $0.drop { $0.isWhitespace } }
      return "CHECK (" + texts.map { "\(column) = \($0)" }.joined(separator: " OR ") + ")"
    }

    fileprivate var rewriting: String {
      func quoted(_ text: String) -> String {
        "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''")
          + "'"
      }
      return """
        UPDATE sqlite_schema SET sql = REPLACE(sql, \(quoted(one)), \(quoted(other)))
        WHERE type = 'table' AND name = '\(table)'
        """
    }
  }

  /// Statements after which checks cost no more than the comparisons that they say.
  ///
  /// For `IN` with more than two constants SQLite makes a table of them anew for every row that is
  /// written, which costs as much as writing the row. The text of the table is changed as SQLite
  /// describes it for changes that leave all rows as they are (lang_altertable.html, 7); no row is
  /// read or written. PostgreSQL has no such cost.
  package func comparingOneByOne(_ checks: [ChoiceCheck]) -> [String] {
    switch self {
    case .sqlite:
      ["PRAGMA writable_schema = ON"] + checks.map(\.rewriting) + ["PRAGMA writable_schema = RESET"]
    case .postgres: []
    }
  }
}
