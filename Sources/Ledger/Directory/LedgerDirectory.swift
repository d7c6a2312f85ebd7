import Foundation
import Storage
import Synchronization

/// The ledgers of all tenants, each a database of its own; nothing that one of them holds can be
/// reached through another.
///
/// A ledger is opened at its first use and stays open. Ledgers are files of a folder,
/// `FOLDER/<tenant>.sqlite`.
package final class LedgerDirectory: Sendable {
  private let folder: String
  private let clock: @Sendable () -> Int
  private let open = Mutex<[TenantID: LedgerStore]>([:])

  private static let ending = ".sqlite"

  /// Takes a folder, which must exist.
  ///
  /// - Throws: `LedgerFault` `directory.missing`.
  package init(
    folder: String, clock: @escaping @Sendable () -> Int = LedgerStore.systemClock
  ) throws(LedgerFault) {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
    else {
      throw LedgerFault(
        code: "directory.missing",
        message: "\(folder) is no folder; make it, or give the folder that holds the ledgers.")
    }
    (self.folder, self.clock) = (folder, clock)
  }

  /// Every tenant that has a ledger, by name; other files of the folder are passed over.
  package func tenants() throws -> [TenantID] {
    try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { file in
      guard file.hasSuffix(Self.ending) else { return nil }
      return try? TenantID(String(file.dropLast(Self.ending.count)))
    }.sorted()
  }

  /// The ledger of a tenant.
  ///
  /// - Throws: `LedgerFault` `tenant.unknown`; `StorageFault` where it can't be opened.
  package func ledger(for tenant: TenantID) throws -> LedgerStore {
    // The lock is held while a ledger is opened, so that there is never a second store of one.
    try open.withLock { stores in
      if let store = stores[tenant] { return store }
      guard exists(tenant) else { throw LedgerFault.unknownTenant(tenant) }
      let store = try LedgerStore(file: path(of: tenant), .existing, clock: clock)
      stores[tenant] = store
      return store
    }
  }

  /// Makes the ledger of a new tenant.
  ///
  /// - Throws: `LedgerFault` `tenant.exists`; `StorageFault`.
  @discardableResult
  package func create(_ tenant: TenantID) throws -> LedgerStore {
    try open.withLock { stores in
      guard !exists(tenant) else { throw LedgerFault.tenantExists(tenant) }
      let store = try LedgerStore(file: path(of: tenant), .createIfMissing, clock: clock)
      stores[tenant] = store
      return store
    }
  }

  /// Copies the ledger of a tenant into a file (`LedgerStore.backUp`).
  package func backUp(
    _ tenant: TenantID, to path: String, replacing: Bool
  ) throws -> LedgerBackup {
    try ledger(for: tenant).backUp(to: path, replacing: replacing)
  }

  /// Closes the ledger of a tenant once nobody uses it any more; its next use opens it again.
  package func close(_ tenant: TenantID) {
    open.withLock { $0[tenant] = nil }
  }

  private func path(of tenant: TenantID) -> String { "\(folder)/\(tenant.name)\(Self.ending)" }

  private func exists(_ tenant: TenantID) -> Bool {
    FileManager.default.fileExists(atPath: path(of: tenant))
  }
}

extension LedgerFault {
  fileprivate static func unknownTenant(_ tenant: TenantID) -> LedgerFault {
    LedgerFault(code: "tenant.unknown", message: "There is no tenant \(tenant).")
  }

  fileprivate static func tenantExists(_ tenant: TenantID) -> LedgerFault {
    LedgerFault(
      code: "tenant.exists",
      message: "There is a tenant \(tenant) already; its ledger stays as it is.")
  }
}
