import Dispatch
import Foundation
import Inventory
import Ledger
import Storage
import Synchronization

/// Scan events into an open stocktake of a new ledger.
struct Appends {
  private let store: LedgerStore
  private let stocktake: Stocktake
  private let batch: Int
  private static let principal = Principal(name: "bench")

  init(to address: LedgerAddress, batch: Int) throws {
    self.batch = batch
    store = try LedgerStore(at: address, .createIfMissing)
    let drafts = (0..<100).map { AssetDraft(tag: "A-\($0)", location: "HQ/\($0 % 10)") }
    _ = try store.importAssets(drafts, createLocations: true, by: Self.principal)
    stocktake = try store.openStocktake(
      StocktakeDraft(
        name: "Bench", scope: ["HQ"],
        policy: StocktakePolicy(coverage: .explicit, leavesOutAssigned: false)),
      by: Self.principal)
  }

  func run(_ count: Int, writers: Int) throws -> Result {
    let share = count / writers
    let events = (0..<writers).map { writer in
      (writer * share..<(writer + 1) * share).map { BenchEvent($0).event(of: "d\(writer)") }
    }
    let fault = Mutex<(any Error)?>(nil)
    let seconds = time {
      // Threads of their own: a queue runs no more at a time than there are cores, and writers wait
      // for the disk.
      let group = DispatchGroup()
      for writer in 0..<writers {
        group.enter()
        Thread {
          do {
            try write(events[writer])
          } catch {
            fault.withLock { $0 = error }
          }
          group.leave()
        }.start()
      }
      group.wait()
    }
    if let fault = fault.withLock({ $0 }) { throw fault }
    return Result(share * writers, in: seconds)
  }

  private func write(_ events: [ScanEvent]) throws {
    for start in stride(from: 0, to: events.count, by: batch) {
      let receipts = try store.record(
        Array(events[start..<min(start + batch, events.count)]), into: stocktake,
        numbering: .byDevice, by: Self.principal)
      precondition(receipts.allSatisfy { $0 == .stored })
    }
  }
}

/// What a hand-held scanner delivers.
struct BenchEvent {
  /// 2026-11-21T10:00:00.000Z.
  static let start = 1_795_255_200_000

  let number: Int
  let id: String

  init(_ number: Int) {
    self.number = number
    id = ObjectID.make(at: Self.start + number).description
  }

  var code: String { "A-\(number % 100)" }
  var location: String { "HQ/\(number % 10)" }

  func event(of device: String) -> ScanEvent {
    ScanEvent(
      clientEventID: id, deviceID: device, deviceSeq: number, occurredAt: Self.start + number,
      counter: "ann", content: .scan(Scan(code: code, symbology: "code-128", location: location)))
  }
}
