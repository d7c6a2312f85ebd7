import Dispatch
import Inventory
import Ledger
import Storage
import Synchronization
import TestSupport
import Testing

@Suite(.onEachEngine) struct ConcurrencyTests {
  @Test
  func `two stores that write at once lose nothing and leave no gap`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ"))
    let stocktake = try ledger.open()
    let stores = [ledger.store, try ledger.reopened()]
    let faults = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      do {
        for batch in 0..<50 {
          // Every second event is one that the other store delivers too.
          let events = (0..<10).map { item in
            ledger.event(
              item % 2 == 0 ? "shared-\(batch)-\(item)" : "own-\(index)-\(batch)-\(item)",
              .scan(Scan(code: "A-1")))
          }
          let receipts = try stores[index].record(
            events, into: stocktake, numbering: .byDevice, by: TestLedger.ann)
          if !receipts.allSatisfy({ $0 == .stored || $0 == .duplicate }) {
            faults.withLock { $0.append("\(receipts)") }
          }
        }
      } catch {
        faults.withLock { $0.append("\(error)") }
      }
    }
    #expect(faults.withLock { $0 } == [])
    // Five shared and twice five own events a batch.
    #expect(try ledger.store.eventIDs(of: stocktake).count == 50 * 15)
    let entries = try ledger.entries()
    #expect(entries.map(\.seq) == Array(1...entries.count))
    #expect(entries.count { $0.kind == "scan.recorded" } == 50 * 15)
  }

  @Test
  func `stores that make one new ledger at once make it once`() throws {
    let folder = try TemporaryFolder()
    let address = try TestLedger.newAddress(file: folder.path("ledger.db"))
    let faults = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { index in
      do {
        let store = try LedgerStore(at: address, .createIfMissing)
        _ = try store.importAssets(
          [AssetDraft(tag: "A-\(index)", location: "HQ/1")], createLocations: true,
          by: TestLedger.ann)
      } catch {
        faults.withLock { $0.append("\(error)") }
      }
    }
    #expect(faults.withLock { $0 } == [])
    let info = try LedgerStore(at: address, .existing).info()
    #expect(info.assets == 4)
    #expect(info.locations == 2)
    #expect(info.entries == 6)
  }

  @Test
  func `reports can be read while events arrive`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ"))
    let stocktake = try ledger.open()
    let faults = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { index in
      do {
        for step in 0..<40 {
          if index == 0 {
            try ledger.record(
              [ledger.scan("e\(step)", "A-1"), ledger.scan("f\(step)", "X")], into: stocktake)
          } else {
            let events = try ledger.store.report(on: stocktake).summary.events
            // A delivery is one transaction: seen whole or not at all.
            if events % 2 != 0 { faults.withLock { $0.append("half a delivery: \(events)") } }
          }
        }
      } catch {
        faults.withLock { $0.append("\(error)") }
      }
    }
    #expect(faults.withLock { $0 } == [])
    #expect(try ledger.store.report(on: stocktake).summary.events == 80)
  }
}
