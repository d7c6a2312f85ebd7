import CSQLite
import GRDB

/// A connection to SQLite, whoever opened it.
protocol StatementSource {
  var handle: OpaquePointer? { get }
  /// The statement of a text; each text is compiled once a connection, and stays the source's.
  func compiled(_ query: SQLQuery) throws -> OpaquePointer
  /// A value made of the state that is read, kept as long as that state where that can be known.
  func remembered<Value>(_ make: () throws -> Value) throws -> Value
}

extension StatementSource {
  /// What SQLite says of a result code.
  func fault(_ code: Int32) -> DatabaseError {
    let message = handle.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }
}

extension GRDB.Database: StatementSource {
  var handle: OpaquePointer? { sqliteConnection }

  func compiled(_ query: SQLQuery) throws -> OpaquePointer {
    try cachedStatement(sql: query.sql(.sqlite)).sqliteStatement
  }

  func remembered<Value>(_ make: () throws -> Value) throws -> Value { try make() }
}
