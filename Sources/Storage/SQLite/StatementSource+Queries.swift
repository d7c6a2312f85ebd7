import CSQLite

extension StatementSource {
  func forEach(_ query: SQLQuery, _ body: (SQLRow) throws -> Void) throws {
    try translatingFaults {
      let statement = try SQLiteStatement(query, self)
      defer { statement.end() }
      while try statement.step() { try body(statement.row) }
    }
  }

  func first<Value>(_ query: SQLQuery, _ value: (SQLRow) throws -> Value) throws -> Value? {
    try translatingFaults {
      let statement = try SQLiteStatement(query, self)
      defer { statement.end() }
      return try statement.step() ? try value(statement.row) : nil
    }
  }

  func changes(_ query: SQLQuery) throws -> Int {
    try forEach(query) { _ in }
    return Int(sqlite3_changes(handle))
  }

  /// Runs SQL text of ours.
  func run(text sql: String) throws {
    try translatingFaults {
      let code = sqlite3_exec(handle, sql, nil, nil, nil)
      if code != SQLITE_OK { throw fault(code) }
    }
  }
}
