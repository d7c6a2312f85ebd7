import CSQLite

/// The database inside a transaction; valid only inside the closure that it is handed to.
package struct Connection {
  let source: any StatementSource

  /// Runs a statement that returns nothing.
  package func execute(_ query: SQLQuery) throws {
    try forEach(query) { _ in }
  }

  /// Runs a statement, and tells how many rows it changed.
  package func changes(_ query: SQLQuery) throws -> Int {
    try execute(query)
    return Int(sqlite3_changes(source.handle))
  }

  /// The rows of a result, one after the other.
  package func forEach(_ query: SQLQuery, _ body: (SQLRow) throws -> Void) throws {
    try translatingFaults {
      let statement = try SQLiteStatement(query, source)
      defer { statement.end() }
      while try statement.step() { try body(SQLRow(statement: statement.handle)) }
    }
  }

  /// All rows of a result, made into values.
  package func all<Value>(_ query: SQLQuery, _ value: (SQLRow) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    try forEach(query) { values.append(try value($0)) }
    return values
  }

  /// The first row of a result, made into a value; nil where there is none.
  package func first<Value>(_ query: SQLQuery, _ value: (SQLRow) throws -> Value) throws -> Value? {
    try translatingFaults {
      let statement = try SQLiteStatement(query, source)
      defer { statement.end() }
      return try statement.step() ? try value(SQLRow(statement: statement.handle)) : nil
    }
  }

  /// A value made of the state that is read, one of each type; `readBriefly` makes it anew only
  /// after a commit.
  package func remembered<Value>(_ make: (Connection) throws -> Value) throws -> Value {
    try source.remembered { try make(self) }
  }

  /// Runs SQL text of ours: a migration, a pragma.
  func run(_ sql: String) throws {
    try translatingFaults {
      let code = sqlite3_exec(source.handle, sql, nil, nil, nil)
      if code != SQLITE_OK { throw source.fault(code) }
    }
  }
}
