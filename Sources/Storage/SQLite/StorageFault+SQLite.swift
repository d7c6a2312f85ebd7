import Diagnostics
import GRDB

extension StorageFault {
  /// What an error of SQLite means to a person.
  init(_ error: DatabaseError) {
    let detail = SafeText.terminal(error.message ?? "no detail")
    switch error.resultCode {
    case .SQLITE_NOTADB:
      self.init(
        code: "ledger.not-a-ledger",
        message: "The file is not a ledger (SQLite says: \(detail)). Give the path of a ledger.")
    case .SQLITE_CORRUPT:
      self.init(
        code: "ledger.damaged",
        message: "The ledger is damaged (SQLite says: \(detail)). Restore it from a backup.")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        code: "ledger.busy",
        message: "Another program has been writing to the ledger for too long. Try again.")
    case .SQLITE_FULL:
      self.init(
        code: "ledger.full",
        message: "The disk is full; nothing of this step was written. Make room and try again.")
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_IOERR:
      self.init(
        code: "ledger.unreadable",
        message: "The ledger can't be opened or written (SQLite says: \(detail)). "
          + "Check the folder, its permissions and the disk.")
    default:
      self.init(code: "ledger.refused", message: "The database refused a step: \(detail).")
    }
  }
}

/// Turns the errors of the engine into ours and lets all others pass.
func translatingFaults<Value>(_ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let error as DatabaseError {
    throw StorageFault(error)
  }
}
