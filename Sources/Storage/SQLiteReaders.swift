import Synchronization

/// Connections for reads of one statement: as many as there are threads that read at a time.
final class SQLiteReaders: Sendable {
  private let path: String
  private let idle: Mutex<[SQLiteReader]>

  /// Opens the first one.
  init(path: String) throws {
    self.path = path
    idle = Mutex([try SQLiteReader(path: path)])
  }

  /// Closes all connections; none may be lent.
  func close() { idle.withLock { $0.removeAll() } }

  /// Lends a connection.
  func lend<Value>(_ body: (SQLiteReader) throws -> Value) throws -> Value {
    let reader = try idle.withLock { $0.popLast() } ?? SQLiteReader(path: path)
    defer { idle.withLock { $0.append(reader) } }
    return try body(reader)
  }
}
