import Diagnostics
import Foundation
import Storage

/// A copy of a ledger that was found to be whole.
package struct LedgerBackup: Sendable, Equatable, Codable {
  package let entries: Int
  /// Over the entries, in base64.
  package let root: String
  package let bytes: Int
}

extension LedgerStore {
  /// Copies the ledger into a file, while others go on writing.
  ///
  /// The copy is opened and its log audited before the file gets its name.
  ///
  /// - Parameter replacing: whether a file of that name may be there.
  /// - Throws: `StorageFault` `file.exists` or `file.unwritable`; `LedgerFault` `ledger.in-use` for
  ///   a ledger that a program has open, this one for example, `backup.damaged` where the copy, and so the ledger, isn't as it was written.
  package func backUp(to path: String, replacing: Bool) throws -> LedgerBackup {
    guard replacing || !FileManager.default.fileExists(atPath: path) else {
      throw StorageFault.exists(path)
    }
    try Self.refuseLeftOpen(path)
    let file = try GrowingFile(at: path, overDatabase: true)
    defer { Self.removeCompanions(of: file.temporaryPath) }
    try database.copy(toNewFile: file.temporaryPath)
    let audit = try Self.audit(file.temporaryPath)
    if let finding = audit.finding {
      throw LedgerFault(
        code: "backup.damaged",
        message: "The copy is damaged, and so may be the ledger: \(finding.message) Nothing was "
          + "kept; tally ledger verify says more.")
    }
    try file.publish(replacing: replacing)
    return LedgerBackup(entries: audit.entries, root: audit.root, bytes: try Self.size(path))
  }

  /// Opened and closed again, so that all of it lies in the one file.
  private static func audit(_ path: String) throws -> LogAudit {
    try LedgerStore(file: path, .existing).audit()
  }

  /// Refuses a name beside which the log of another ledger lies: SQLite would play it into the new
  /// file.
  static func refuseLeftOpen(_ path: String) throws(LedgerFault) {
    guard !FileManager.default.fileExists(atPath: path + "-wal") else { throw .inUse(path) }
  }

  /// What SQLite puts beside a file that is open.
  static func removeCompanions(of path: String) {
    for end in ["-wal", "-shm", "-journal"] {
      try? FileManager.default.removeItem(atPath: path + end)
    }
  }

  private static func size(_ path: String) throws -> Int {
    try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  }
}

extension LedgerFault {
  /// Whoever has it open would go on writing to the file that is no longer there.
  fileprivate static func inUse(_ path: String) -> LedgerFault {
    let name = SafeText.terminal(path)
    return LedgerFault(
      code: "ledger.in-use",
      message: "\(name) is a ledger that a program has open, or left open (\(name)-wal lies beside "
        + "it), and stays. Give another name.")
  }
}
