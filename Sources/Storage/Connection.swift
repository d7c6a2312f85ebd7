/// The database inside a transaction; valid only inside the closure that it is handed to.
package struct Connection {
  enum Source {
    case sqlite(any StatementSource)
    case postgres(PostgresSession)
  }

  let source: Source

  /// Runs a statement that returns nothing.
  package func execute(_ query: SQLQuery) throws {
    switch source {
    case .sqlite(let source): try source.forEach(query) { _ in }
    case .postgres(let session): try session.execute(query)
    }
  }

  /// Runs a statement, and tells how many rows it changed.
  package func changes(_ query: SQLQuery) throws -> Int {
    switch source {
    case .sqlite(let source): try source.changes(query)
    case .postgres(let session): try session.changes(query)
    }
  }

  /// The rows of a result, one after the other, however many they are.
  package func forEach(_ query: SQLQuery, _ body: (SQLRow) throws -> Void) throws {
    switch source {
    case .sqlite(let source): try source.forEach(query, body)
    case .postgres(let session): try session.stream(query, body)
    }
  }

  /// All rows of a result, made into values.
  package func all<Value>(_ query: SQLQuery, _ value: (SQLRow) throws -> Value) throws -> [Value] {
    var values: [Value] = []
    switch source {
    case .sqlite(let source): try source.forEach(query) { values.append(try value($0)) }
    case .postgres(let session): try session.forEach(query) { values.append(try value($0)) }
    }
    return values
  }

  /// The first row of a result, made into a value; nil where there is none.
  package func first<Value>(_ query: SQLQuery, _ value: (SQLRow) throws -> Value) throws -> Value? {
    switch source {
    case .sqlite(let source): try source.first(query, value)
    case .postgres(let session): try session.first(query, value)
    }
  }

  /// The number that a query counts.
  package func count(_ query: SQLQuery) throws -> Int { try first(query) { try $0.int(0) } ?? 0 }

  /// Tells which queries will be asked before anything is written: a server then needs to be asked
  /// only once for all of them.
  package func askAhead(_ queries: @autoclosure () throws -> [SQLQuery]) throws {
    switch source {
    case .sqlite: return
    case .postgres(let session): try session.askAhead(queries())
    }
  }

  /// A value made of the state that is read, one of each type; `readBriefly` makes it anew only
  /// after a commit.
  package func remembered<Value>(_ make: (Connection) throws -> Value) throws -> Value {
    switch source {
    case .sqlite(let source): try source.remembered { try make(self) }
    // Whether anybody has committed meanwhile can't be known without asking.
    case .postgres: try make(self)
    }
  }

  /// Runs SQL text of ours: a migration, a pragma.
  func run(_ sql: String) throws {
    switch source {
    case .sqlite(let source): try source.run(text: sql)
    case .postgres(let session): try session.run(text: sql)
    }
  }
}
