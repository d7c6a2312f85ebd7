import Foundation
import Ledger
import Storage
import TestSupport
import Testing

struct FullLogImportTests {
  @Test(.enabled(if: TinyDisk.isPossible, "needs the right to mount a tmpfs"))
  func `a full disk is named, and nothing is left on it`() throws {
    let ledger = try TestLedger()
    let drafts = (1...2000).map { AssetDraft(tag: "A-\($0)", name: "Thing \($0)") }
    _ = try ledger.store.importAssets(drafts, createLocations: true, by: TestLedger.ann)
    let folder = try TemporaryFolder()
    var bytes: [UInt8] = []
    _ = try ledger.store.exportLog { bytes += $0 }
    let export = try folder.write("export", String(decoding: bytes, as: UTF8.self))
    let disk = try TinyDisk(kilobytes: 1024)
    func importLog() throws -> LogImport {
      try LedgerStore.importLog(
        LogExportReader(path: export, key: nil), to: .file(disk.path("new.sqlite")))
    }
    let refused = #expect(throws: StorageFault.self) { try importLog() }
    #expect(refused?.code == "ledger.full")
    #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path("")).isEmpty)
    #expect(try disk.grow(to: 32 << 10))
    #expect(try importLog().entries == 2000)
  }
}
