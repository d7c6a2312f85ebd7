import Diagnostics
import Foundation
package import Storage
import Synchronization

/// The ledgers of all tenants, each a database of its own; nothing that one of them holds can be
/// reached through another.
///
/// A ledger is opened at its first use and stays open. Where they are kept is a folder, with files
/// `FOLDER/<tenant>.sqlite`, or a PostgreSQL database, with schemas `tallymark-<tenant>`.
package final class LedgerDirectory: Sendable {
  private let place: LedgerAddress
  private let clock: @Sendable () -> Int
  private let open = Mutex<[TenantID: LedgerStore]>([:])

  private static let ending = ".sqlite"
  private static let schemaStart = "tallymark-"

  /// Takes a folder, which must exist, or a database, whose address needs no schema.
  ///
  /// - Throws: `LedgerFault` `directory.missing`.
  package init(
    at place: LedgerAddress, clock: @escaping @Sendable () -> Int = LedgerStore.systemClock
  ) throws(LedgerFault) {
    (self.place, self.clock) = (place, clock)
    guard case .file(let folder) = place else { return }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue
    else { throw LedgerFault.missingFolder(folder) }
  }

  /// Every tenant that has a ledger, by name; other files and schemas are passed over.
  package func tenants() throws -> [TenantID] {
    switch place {
    case .file(let folder):
      try FileManager.default.contentsOfDirectory(atPath: folder).compactMap { file in
        guard file.hasSuffix(Self.ending) else { return nil }
        return try? TenantID(String(file.dropLast(Self.ending.count)))
      }.sorted()
    case .postgres(let database):
      try database.schemas(beginningWith: Self.schemaStart).compactMap { schema in
        try? TenantID(String(schema.dropFirst(Self.schemaStart.count)))
      }
    }
  }

  /// The ledger of a tenant.
  ///
  /// - Throws: `LedgerFault` `tenant.unknown`; `StorageFault` where it can't be opened.
  package func ledger(for tenant: TenantID) throws -> LedgerStore {
    // The lock is held while a ledger is opened, so that there is never a second store of one.
    try open.withLock { stores in
      if let store = stores[tenant] { return store }
      let store = try existing(tenant)
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
      guard try !tenants().contains(tenant) else { throw LedgerFault.tenantExists(tenant) }
      let store = try LedgerStore(at: address(of: tenant), .createIfMissing, clock: clock)
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

  private func existing(_ tenant: TenantID) throws -> LedgerStore {
    do {
      return try LedgerStore(at: address(of: tenant), .existing, clock: clock)
    } catch let fault as StorageFault where fault.code == "ledger.missing" {
      throw LedgerFault.unknownTenant(tenant)
    }
  }

  private func address(of tenant: TenantID) throws -> LedgerAddress {
    switch place {
    case .file(let folder): .file("\(folder)/\(tenant.name)\(Self.ending)")
    case .postgres(let database): .postgres(try database.schema(Self.schemaStart + tenant.name))
    }
  }
}

extension LedgerFault {
  fileprivate static func missingFolder(_ folder: String) -> LedgerFault {
    LedgerFault(
      code: "directory.missing",
      message: "\(SafeText.terminal(folder)) is no folder; make it, or give the folder that holds "
        + "the ledgers.")
  }

  fileprivate static func unknownTenant(_ tenant: TenantID) -> LedgerFault {
    LedgerFault(code: "tenant.unknown", message: "There is no tenant \(tenant).")
  }

  fileprivate static func tenantExists(_ tenant: TenantID) -> LedgerFault {
    LedgerFault(
      code: "tenant.exists",
      message: "There is a tenant \(tenant) already; its ledger stays as it is.")
  }
}
