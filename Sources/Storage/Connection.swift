import Foundation
import GRDB

/// The database inside a transaction; valid only inside the closure that it is handed to.
package struct Connection {
  let database: GRDB.Database

  /// Runs a statement that returns nothing.
  package func execute(_ query: SQLQuery) throws {
    try translatingFaults {
      try statement(query).execute()
    }
  }

  /// Runs a statement, and tells how many rows it changed.
  package func changes(_ query: SQLQuery) throws -> Int {
    try execute(query)
    return database.changesCount
  }

  /// The rows of a result, one after the other.
  package func forEach(_ query: SQLQuery, _ body: (SQLRow) throws -> Void) throws {
    try translatingFaults {
      let cursor = try Row.fetchCursor(statement(query))
      while let row = try cursor.next() { try body(SQLRow(row: row)) }
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
      let cursor = try Row.fetchCursor(statement(query))
      return try cursor.next().map { try value(SQLRow(row: $0)) }
    }
  }

  /// Runs SQL text of ours: a migration, a pragma.
  func run(_ sql: String) throws {
    try translatingFaults { try database.execute(sql: sql) }
  }

  /// The prepared statement; each text is compiled once a connection.
  private func statement(_ query: SQLQuery) throws -> Statement {
    let placeholders = query.parameters.map(\.placeholder) + [""]
    let statement = try database.cachedStatement(
      sql: zip(query.fragments, placeholders).map(+).joined())
    statement.setUncheckedArguments(StatementArguments(query.parameters.map(\.binding)))
    return statement
  }
}

extension SQLValue {
  /// GRDB hands texts over as C strings, which end at their first NUL: a text with a NUL goes as
  /// bytes, and becomes a text in the database.
  private var isCutByCStrings: Bool {
    guard case .text(let value) = self else { return false }
    return value.utf8.contains(0)
  }

  fileprivate var placeholder: String { isCutByCStrings ? "CAST(? AS TEXT)" : "?" }

  fileprivate var binding: (any DatabaseValueConvertible)? {
    switch self {
    case .null: nil
    case .integer(let value): value
    case .text(let value) where isCutByCStrings: Data(value.utf8)
    case .text(let value): value
    case .blob(let bytes): Data(bytes)
    }
  }
}
