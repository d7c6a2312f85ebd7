import Storage
import TestSupport

/// A new database in a folder that lives as long as this value.
struct ScratchDatabase {
  let folder: TemporaryFolder
  let database: Database

  var path: String { folder.path("scratch.db") }

  init() throws {
    folder = try TemporaryFolder()
    database = try Database(file: folder.path("scratch.db"), .createIfMissing)
  }

  /// Opens the same file once more.
  func reopened() throws -> Database { try Database(file: path, .existing) }

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
