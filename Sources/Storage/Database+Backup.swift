import GRDB

extension Database {
  /// Copies the database as it is now into a new SQLite file, while others go on writing.
  ///
  /// - Throws: `StorageFault`.
  package func copy(toNewFile path: String) throws {
    try translatingFaults { try backUp(to: DatabaseQueue(path: path)) }
  }
}
