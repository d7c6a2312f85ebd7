import Foundation
import Ledger
import Storage
import TestSupport
import Testing

struct LedgerDirectoryTests {
  private func tenant(_ name: String) throws -> TenantID { try TenantID(name) }

  @Test(arguments: ["a", "acme", "acme-2", "0", String(repeating: "x", count: 40)])
  func `a tenant's name is small letters, digits and hyphens`(name: String) throws {
    #expect(try TenantID(name).name == name)
  }

  @Test(arguments: [
    "", ".", "..", "../a", "a/b", "A", "a b", "ä", "-a", "a-", "a.sqlite", "a\u{0}", "a\n",
    "e\u{301}", "x;--", String(repeating: "x", count: 41),
  ])
  func `any other name is refused`(name: String) throws {
    #expect(try fault { _ = try TenantID(name) }?.code == "tenant.name")
  }

  @Test func `each tenant has a ledger of its own, opened once`() throws {
    let folder = try TemporaryFolder()
    let directory = try LedgerDirectory(at: .file(folder.path))
    #expect(try directory.tenants().isEmpty)
    let (acme, best) = (try tenant("acme"), try tenant("best"))
    let store = try directory.create(acme)
    try directory.create(best)
    _ = try store.importAssets([AssetDraft(tag: "A-1")], createLocations: true, by: TestLedger.ann)
    #expect(try directory.ledger(for: acme) === store)
    #expect(try directory.ledger(for: best).info().assets == 0)
    #expect(try directory.tenants() == [acme, best])
    directory.close(acme)
    #expect(try directory.ledger(for: acme).info().assets == 1)
  }

  @Test func `another directory over the same folder finds the tenants`() throws {
    let folder = try TemporaryFolder()
    try LedgerDirectory(at: .file(folder.path)).create(tenant("acme"))
    try folder.write("Other.sqlite", "x")
    try folder.write("notes.txt", "x")
    let directory = try LedgerDirectory(at: .file(folder.path))
    #expect(try directory.tenants().map(\.name) == ["acme"])
    #expect(try directory.ledger(for: tenant("acme")).info().entries == 0)
  }

  @Test func `a tenant that isn't there is unknown, and one that is isn't made again`() throws {
    let folder = try TemporaryFolder()
    let directory = try LedgerDirectory(at: .file(folder.path))
    let unknown = try fault { _ = try directory.ledger(for: tenant("acme")) }
    #expect(unknown?.code == "tenant.unknown")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    try directory.create(tenant("acme"))
    let again = try fault { try directory.create(tenant("acme")) }
    #expect(again?.code == "tenant.exists")
    let missing = try fault { _ = try LedgerDirectory(at: .file(folder.path("none"))) }
    #expect(missing?.code == "directory.missing")
  }

  @Test func `many threads that ask for a ledger get the same one`() async throws {
    let folder = try TemporaryFolder()
    let acme = try tenant("acme")
    try LedgerDirectory(at: .file(folder.path)).create(acme)
    let directory = try LedgerDirectory(at: .file(folder.path))
    let stores = try await withThrowingTaskGroup(of: ObjectIdentifier.self) { group in
      for _ in 1...16 { group.addTask { ObjectIdentifier(try directory.ledger(for: acme)) } }
      return try await group.reduce(into: Set()) { $0.insert($1) }
    }
    #expect(stores.count == 1)
  }

  @Test func `one tenant is backed up alone`() throws {
    let folder = try TemporaryFolder(), elsewhere = try TemporaryFolder()
    let directory = try LedgerDirectory(at: .file(folder.path))
    for name in ["acme", "best"] {
      _ = try directory.create(tenant(name)).importAssets(
        [AssetDraft(tag: name)], createLocations: true, by: TestLedger.ann)
    }
    let copy = elsewhere.path("copy.sqlite")
    #expect(try directory.backUp(tenant("best"), to: copy, replacing: false).entries == 1)
    let store = try LedgerStore(file: copy, .existing)
    #expect(try store.asset(named: "best").tag == "best")
    #expect(try store.info().assets == 1)
  }

  @Test(.enabled(if: PostgresServer.shared != nil, PostgresServer.absence))
  func `tenants of a PostgreSQL database have schemas of their own`() throws {
    let server = try #require(PostgresServer.shared)
    let place = try LedgerAddress(server.address(schema: "unused"))
    let directory = try LedgerDirectory(at: place)
    let names = ["acme", "best-2"].map { "\($0)-\(Int.random(in: 0..<1_000_000_000))" }
    let (acme, best) = (try tenant(names[0]), try tenant(names[1]))
    #expect(try fault { _ = try directory.ledger(for: acme) }?.code == "tenant.unknown")
    let store = try directory.create(acme)
    try directory.create(best)
    _ = try store.importAssets([AssetDraft(tag: "A-1")], createLocations: true, by: TestLedger.ann)
    #expect(try directory.ledger(for: best).info().assets == 0)
    #expect(try Set(directory.tenants()).isSuperset(of: [acme, best]))
    #expect(try fault { try directory.create(acme) }?.code == "tenant.exists")
    let other = try LedgerDirectory(at: place)
    #expect(try other.ledger(for: acme).asset(named: "A-1").tag == "A-1")
    #expect(throws: StorageFault.self) {
      try other.backUp(acme, to: "/nowhere/copy", replacing: false)
    }
  }
}
