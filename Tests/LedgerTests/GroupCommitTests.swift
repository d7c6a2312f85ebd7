import Dispatch
import Inventory
import Storage
import Synchronization
import TestSupport
import Testing

@testable import Ledger

/// Steps that come at once share a transaction, and notice nothing of it.
@Suite(.onEachEngine) struct GroupCommitTests {
  @Test func `of many writers at once each gets its own answer, and nothing is lost`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ"), AssetDraft(tag: "B", location: "Shed"))
    let stocktake = try ledger.open()
    let closed = try ledger.open("Closed", scope: ["Shed"])
    _ = try ledger.store.closeStocktake(closed, by: TestLedger.ann)
    let faults = Mutex<[String]>([])
    let stored = Mutex<Set<String>>([])
    DispatchQueue.concurrentPerform(iterations: 8) { writer in
      for step in 0..<25 {
        let id = "w\(writer)-\(step)"
        do {
          // Every third step is refused as a whole, and every fifth event is malformed.
          let target = step % 3 == 2 ? closed : stocktake
          let event = ledger.scan(id, step % 5 == 4 ? "" : "A-1", seq: step)
          let receipts = try ledger.record([event], into: target)
          if step % 3 == 2 { faults.withLock { $0.append("\(id) was taken") } }
          if receipts == [.stored] { stored.withLock { _ = $0.insert(id) } }
        } catch let fault as LedgerFault where fault.code == "stocktake.state" && step % 3 == 2 {
          continue
        } catch {
          faults.withLock { $0.append("\(id): \(error)") }
        }
      }
    }
    #expect(faults.withLock { $0 } == [])
    #expect(try ledger.store.eventIDs(of: stocktake) == stored.withLock { $0 })
    #expect(stored.withLock { $0.count } == 8 * (0..<25).count { $0 % 3 != 2 && $0 % 5 != 4 })
    #expect(try ledger.store.eventIDs(of: closed) == [])
    #expect(try ledger.store.auditWithBooks().isIntact)
  }

  @Test func `a step that is undone leaves no trace between those of others`() throws {
    let ledger = try TestLedger()
    let faults = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { writer in
      for step in 0..<20 {
        do {
          try ledger.store.append(by: TestLedger.ann) { log in
            var created: [Location] = []
            _ = try log.ensureLocation("W\(writer)/\(step)", created: &created)
            if writer % 2 == 1 { throw LedgerFault(code: "test.refused", message: "No.") }
          }
          if writer % 2 == 1 { faults.withLock { $0.append("not refused") } }
        } catch let fault as LedgerFault where fault.code == "test.refused" {
          continue
        } catch {
          faults.withLock { $0.append("\(error)") }
        }
      }
    }
    #expect(faults.withLock { $0 } == [])
    let codes = try ledger.store.locations().map(\.code)
    #expect(codes.count == 4 * 21)
    #expect(codes.allSatisfy { ["W0", "W2", "W4", "W6"].contains($0.prefix(2)) })
    let audit = try ledger.store.auditWithBooks()
    #expect(audit.isIntact)
    #expect(audit.entries == codes.count)
  }
}
