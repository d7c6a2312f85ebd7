import Foundation
import Inventory
import Ledger
import Storage

/// A stocktake of a ledger whose assets are tagged AST-0000001 and so on, in the locations HQ/1/100 to
/// HQ/3/139.
struct Counting {
  private let store: LedgerStore
  private let assets: Int
  private static let principal = Principal(name: "bench")
  private static let name = "Bench"

  init(in address: LedgerAddress) throws {
    store = try LedgerStore(at: address, .existing)
    assets = try store.info().assets
  }

  /// Opens the stocktake, with what `tally stocktake open` then shows.
  func open() throws -> Result {
    var expected = 0
    let seconds = try time {
      let draft = StocktakeDraft(
        name: Self.name, scope: ["HQ"],
        policy: StocktakePolicy(coverage: .explicit, leavesOutAssigned: false))
      let opened = try store.openStocktake(draft, by: Self.principal)
      expected = try store.overview(of: opened).summary.expected
    }
    return Result(expected, in: seconds)
  }

  /// Records as many scans as there are numbers: eight devices in turns, in no order of the assets.
  func record(_ count: Int) throws -> Result {
    let stocktake = try store.stocktake(named: Self.name)
    let seconds = try time {
      for start in stride(from: 0, to: count, by: 1000) {
        let receipts = try store.record(
          (start..<min(start + 1000, count)).map(event), into: stocktake, numbering: .byDevice,
          by: Self.principal)
        precondition(receipts.allSatisfy { $0 == .stored })
      }
    }
    return Result(count, in: seconds)
  }

  /// Every tenth where it doesn't belong, every fiftieth unknown, every second from a picture.
  private func event(_ number: Int) -> ScanEvent {
    // A step without a common factor with the number of assets comes to each once.
    let asset = number * 7919 % assets + 1
    let (device, seq) = (number / 1000 % 8, number)
    let place = number % 10 == 0 ? "HQ/1/100" : "HQ/\(asset % 3 + 1)/\(asset % 40 + 100)"
    let code = String(format: number % 50 == 7 ? "X-%07d" : "AST-%07d", asset)
    return ScanEvent(
      clientEventID: ObjectID.make(at: BenchEvent.start + number).description,
      deviceID: "scanner-\(device)", deviceSeq: seq,
      // The clocks of the devices differ.
      occurredAt: BenchEvent.start + number + device * 10_000, counter: "ann",
      content: .scan(
        Scan(
          code: code, symbology: "qr-code", location: place,
          evidence: number % 2 == 0 ? evidence(number) : nil)))
  }

  /// Four labels a picture.
  private func evidence(_ number: Int) -> Evidence {
    let (x, y) = (Double(number % 4000), Double(number / 7 % 3000))
    return Evidence(
      image: "sha256:" + String(format: "%064x", number / 8),
      polygon: [[x, y], [x + 80, y], [x + 80, y + 81], [x, y + 81]], quality: number % 40,
      weak: number % 97 == 0)
  }

  /// Reads the facts and applies the rules.
  func reconcile() throws -> Reconciling {
    let stocktake = try store.stocktake(named: Self.name)
    var facts = StocktakeFacts(scope: [], assets: [])
    let reading = try time { facts = try store.facts(of: stocktake) }
    var lines = 0
    let reconciling = time { lines = Reconciler.reconcile(facts).lines.count }
    return Reconciling(
      assets: facts.assets.count, events: facts.events.count, lines: lines, reading: reading,
      reconciling: reconciling, memory: PeakMemory.megabytes)
  }
}

/// What reconciling took.
struct Reconciling: Encodable {
  let assets: Int
  let events: Int
  let lines: Int
  /// Seconds.
  let reading: Double
  /// Seconds.
  let reconciling: Double
  /// The most that the process ever had, in MB.
  let memory: Int
}

private enum PeakMemory {
  static var megabytes: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }
}
