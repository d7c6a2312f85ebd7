import Storage
import TestSupport
import Testing

/// A new database on the engine of the test.
struct ScratchDatabase {
  let folder: TemporaryFolder
  let address: LedgerAddress
  let database: Database

  /// Of the file; on PostgreSQL there is none.
  var path: String { folder.path("scratch.db") }

  init() throws {
    folder = try TemporaryFolder()
    address =
      Engine.current == .sqlite
      ? .file(folder.path("scratch.db"))
      : try LedgerAddress(
        #require(PostgresServer.shared).address(schema: PostgresServer.newSchema()))
    database = try Database(at: address, .createIfMissing)
  }

  /// Opens the same once more.
  func reopened() throws -> Database { try Database(at: address, .createIfMissing) }

  /// Makes a table.
  func create(_ table: @escaping @Sendable (Dialect) -> String) throws {
    try database.migrate([Migration(1, "table") { ["CREATE TABLE " + table($0)] }], now: 0)
  }

  /// Whether a table is there that a query asks for.
  func hasTable(_ query: SQLQuery) throws -> Bool {
    try faultCode { _ = try count(query) } != "ledger.refused"
  }

  func count(_ query: SQLQuery) throws -> Int? {
    try database.read { try $0.first(query) { try $0.int(0) } }
  }
}

/// Runs a step and returns the code of the fault that it throws; nil where it throws none.
func faultCode(_ step: () throws -> Void) throws -> String? {
  do {
    try step()
    return nil
  } catch let fault as StorageFault {
    return fault.code
  }
}
