import Foundation
import Inventory
import Ledger
import Storage
import TestSupport
import Testing

/// A ledger on a disk that is soon full.
struct FullLedgerTests {
  @Test(.enabled(if: TinyDisk.isPossible, "needs the right to mount a tmpfs"))
  func `what was acknowledged before the disk was full is kept, and it goes on when there is room`()
    throws
  {
    let disk = try TinyDisk(kilobytes: 4096)
    let store = try LedgerStore(file: disk.path("ledger.db"), .createIfMissing)
    let ann = Principal(name: "ann")
    _ = try store.importAssets(
      [AssetDraft(tag: "A-1", location: "HQ")], createLocations: true, by: ann)
    let stocktake = try store.openStocktake(
      StocktakeDraft(
        name: "Autumn", scope: ["HQ"],
        policy: StocktakePolicy(coverage: .explicit, leavesOutAssigned: false)), by: ann)
    func record(_ batch: Int) throws -> [EventReceipt] {
      let events = (0..<20).map { row in
        ScanEvent(
          clientEventID: "e-\(batch)-\(row)", deviceID: "d", deviceSeq: batch * 20 + row,
          occurredAt: 0, content: .scan(Scan(code: "A-1", location: "HQ")))
      }
      return try store.record(events, into: stocktake, numbering: .byDevice, by: ann)
    }
    let ballast = disk.path("ballast")
    try Data(count: 1_000_000).write(to: URL(fileURLWithPath: ballast))

    var kept = 0
    var fault: StorageFault?
    while fault == nil, kept < 10_000 {
      do {
        let receipts = try record(kept)
        #expect(receipts.allSatisfy { $0 == .stored })
        kept += 1
      } catch let full as StorageFault {
        fault = full
      }
    }
    #expect(fault?.code == "ledger.full")
    #expect(kept > 0)
    #expect(try store.eventIDs(of: stocktake).count == kept * 20)

    try FileManager.default.removeItem(atPath: ballast)
    let again = try record(kept - 1)
    #expect(again.allSatisfy { $0 == .duplicate })
    let more = try record(kept)
    #expect(more.allSatisfy { $0 == .stored }, "what was refused left nothing behind")
    #expect(try store.eventIDs(of: stocktake).count == (kept + 1) * 20)
    #expect(try store.auditWithBooks().isIntact)
  }
}
