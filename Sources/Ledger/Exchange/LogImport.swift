import Diagnostics
import Foundation
package import Storage

/// A ledger that was made of an exported one.
package struct LogImport: Sendable, Equatable, Codable {
  package let entries: Int
  package let crops: Int
  package let reports: Int
  /// Over the entries, in base64; that of the exported ledger.
  package let root: String
  /// The new ledger's key.
  package let verifierKey: String
  /// The key of the ledger that was exported.
  package let importedKey: String

  private enum CodingKeys: String, CodingKey {
    case entries, crops, reports, root
    case verifierKey = "verifier_key"
    case importedKey = "imported_key"
  }
}

extension LedgerStore {
  /// Makes a new ledger of an exported one.
  ///
  /// It has the old one's entries, the books that follow from them, its crops and fixed reports. The
  /// private key isn't in an export, so the new ledger has one of its own; the old one's
  /// checkpoints are kept. It is there as a whole, with its log read back and compared, or not at all.
  ///
  /// - Parameter reader: of the exported ledger, nothing of which has been read yet.
  /// - Throws: `LedgerFault` `ledger.not-empty`, `replay.entry` and those of `LogExportReader`;
  ///   `StorageFault`.
  package static func importLog(
    _ reader: LogExportReader, to address: LedgerAddress,
    clock: @Sendable () -> Int = LedgerStore.systemClock
  ) throws -> LogImport {
    switch address {
    case .file(let path): try importLog(reader, toFile: path, now: clock())
    case .postgres: try importLog(reader, toSchema: address, now: clock())
    }
  }

  /// Under another name until it is whole.
  private static func importLog(
    _ reader: LogExportReader, toFile path: String, now: Int
  ) throws -> LogImport {
    guard !FileManager.default.fileExists(atPath: path) else { throw LedgerFault.exists(path) }
    try refuseLeftOpen(path)
    let file = try GrowingFile(at: path)
    defer { removeCompanions(of: file.temporaryPath) }
    let imported = try importLog(reader, toNewFile: file.temporaryPath, now: now)
    do {
      try file.publish(replacing: false)
    } catch  where error.code == "file.exists" {
      throw LedgerFault.exists(path)
    }
    return imported
  }

  /// Closed at the end, so that all of it lies in the one file.
  private static func importLog(
    _ reader: LogExportReader, toNewFile path: String, now: Int
  ) throws -> LogImport {
    let database = try Database(file: path, .unmade)
    try database.migrate(LedgerSchema.migrations, now: now)
    return try LogImporter(reader, database.dialect) { try database.write($0) }.run()
  }

  /// In one transaction, since nobody else can give a schema another name.
  private static func importLog(
    _ reader: LogExportReader, toSchema address: LedgerAddress, now: Int
  ) throws -> LogImport {
    let database = try Database(at: address, .unmade)
    var played = 0
    do {
      return try database.build(LedgerSchema.migrations, now: now) { connection in
        let size = try connection.headOfLog()
        guard size == 0, try connection.predecessors().isEmpty else {
          throw LedgerFault.notEmpty(address, size)
        }
        return try LogImporter(reader, database.dialect) { step in
          try step(connection)
          // A server says late what it thinks of a statement.
          played = try connection.headOfLog()
        }.run()
      }
    } catch let fault as StorageFault where fault.code == "ledger.refused" {
      throw LedgerFault(
        code: "replay.entry",
        message: "What follows entry \(played) can't be played again: \(fault.message)")
    }
  }
}

extension LedgerFault {
  fileprivate static func exists(_ path: String) -> LedgerFault {
    LedgerFault(
      code: "ledger.not-empty",
      message:
        "\(SafeText.terminal(path)) is there already, and an exported ledger is imported into "
        + "a new one only. Name a file that isn't there with --ledger.")
  }

  fileprivate static func notEmpty(_ address: LedgerAddress, _ size: Int) -> LedgerFault {
    LedgerFault(
      code: "ledger.not-empty",
      message: "The ledger at \(address) has \(size) entries, and an exported ledger is imported "
        + "into a new one only. Name another schema with --ledger.")
  }
}
