import Foundation
import Ledger
import Storage
import TestSupport
import Testing

struct BackupTests {
  @Test func `a backup is the ledger as it was, and opens like any other`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ"))
    let folder = try TemporaryFolder()
    let backup = try ledger.store.backUp(to: folder.path("copy.sqlite"), replacing: false)
    try ledger.take(AssetDraft(tag: "A-2"))
    let copy = try LedgerStore(file: folder.path("copy.sqlite"), .existing)
    #expect(backup.entries == 2)
    #expect(try copy.audit().root == backup.root)
    #expect(try copy.info().verifierKey == ledger.store.info().verifierKey)
    #expect(try fault { _ = try copy.asset(named: "A-2") }?.code == "asset.unknown")
  }

  @Test func `nothing but the file is left in its folder`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1"))
    let folder = try TemporaryFolder()
    _ = try ledger.store.backUp(to: folder.path("copy.sqlite"), replacing: false)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["copy.sqlite"])
  }

  @Test func `a file that is there stays, unless it may be replaced`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1"))
    let folder = try TemporaryFolder()
    let path = try folder.write("copy.sqlite", "mine")
    #expect(throws: StorageFault.self) { try ledger.store.backUp(to: path, replacing: false) }
    #expect(try folder.read("copy.sqlite") == "mine")
    #expect(try ledger.store.backUp(to: path, replacing: true).entries == 1)
    #expect(try LedgerStore(file: path, .existing).info().assets == 1)
    #expect(throws: StorageFault.self) {
      try ledger.store.backUp(to: folder.path("none/copy.sqlite"), replacing: false)
    }
    #expect(throws: StorageFault.self) { try ledger.store.backUp(to: "/dev/null", replacing: true) }
  }

  @Test func `a ledger that is open isn't replaced by its backup, nor by another one's`() throws {
    let (ledger, other) = (try TestLedger(), try TestLedger())
    for path in [ledger.path, other.path] {
      let refused = try fault { _ = try ledger.store.backUp(to: path, replacing: true) }
      #expect(refused?.code == "ledger.in-use")
    }
    try other.take(AssetDraft(tag: "A-1"))
    #expect(try other.reopened().info().assets == 1)
  }

  @Test func `a damaged ledger leaves no backup`() throws {
    let tampered = try TamperedLedger()
    try tampered.write("UPDATE entries SET payload = '{}' WHERE seq = 70")
    let folder = try TemporaryFolder()
    let refused = try fault {
      _ = try tampered.ledger.store.backUp(to: folder.path("copy.sqlite"), replacing: false)
    }
    #expect(refused?.code == "backup.damaged")
    #expect(refused?.message.contains("Entry 70 ") == true)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `a backup while others write is one state of the ledger`() async throws {
    let ledger = try TestLedger()
    let folder = try TemporaryFolder()
    let path = folder.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        for number in 1...60 {
          let drafts = (1...20).map { AssetDraft(tag: "A-\(number)-\($0)") }
          _ = try ledger.store.importAssets(drafts, createLocations: true, by: TestLedger.ann)
        }
      }
      for copy in 1...6 {
        group.addTask {
          let backup = try ledger.store.backUp(to: "\(path)/\(copy).sqlite", replacing: false)
          // Transactions are whole in it.
          #expect(backup.entries.isMultiple(of: 20))
        }
      }
      try await group.waitForAll()
    }
    #expect(try ledger.store.info().assets == 1200)
  }
}
