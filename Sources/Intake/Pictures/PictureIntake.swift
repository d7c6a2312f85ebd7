import Diagnostics
import Inventory
package import Ledger
package import Scanning

/// Takes what was read in pictures into a stocktake.
///
/// Pictures are committed in groups, so that many share one sync of the disk; a picture is handed
/// on only when its events are durable.
package struct PictureIntake {
  /// What became of a picture.
  package struct Taken: Sendable {
    package let scan: ImageScan
    package var stored = 0
    package var known = 0
    /// Events that the ledger refused, or the fault of the picture's folder.
    package var faults: [IntakeFault] = []
  }

  private let store: LedgerStore
  private let stocktake: Stocktake
  private let principal: Principal
  private let events: PictureEvents
  private var waiting: [(taken: Taken, reading: PictureEvents.Reading)] = []
  private var waitingBytes = 0
  private var since = ContinuousClock.now

  /// How many pictures, how many bytes of crops, or how long, one commit waits for company.
  private static let group = (pictures: 64, bytes: 16 << 20, time: Duration.milliseconds(250))

  package init(
    store: LedgerStore, stocktake: Stocktake, events: PictureEvents, principal: Principal
  ) {
    (self.store, self.stocktake) = (store, stocktake)
    (self.events, self.principal) = (events, principal)
  }

  /// Takes a picture.
  ///
  /// - Returns: the pictures that this made durable, in the order in which they came: none while
  ///   they wait for a commit.
  package mutating func take(_ scan: ImageScan) throws -> [Taken] {
    if waiting.isEmpty { since = .now }
    var taken = Taken(scan: scan)
    do {
      let reading = try events.reading(scan)
      waitingBytes += reading.crops.reduce(0) { $0 + $1.png.count }
      waiting.append((taken, reading))
    } catch let fault as IntakeFault {
      taken.faults.append(fault)
      waiting.append((taken, PictureEvents.Reading()))
    }
    return try commitIfDue()
  }

  /// Commits what waits, if there is enough of it or it has waited long enough.
  package mutating func commitIfDue() throws -> [Taken] {
    let isDue =
      waiting.count >= Self.group.pictures || waitingBytes >= Self.group.bytes
      || .now - since >= Self.group.time
    return isDue ? try commit() : []
  }

  /// Commits what waits.
  package mutating func commit() throws -> [Taken] {
    guard !waiting.isEmpty else { return [] }
    let receipts = try store.record(
      waiting.flatMap(\.reading.events), crops: waiting.flatMap(\.reading.crops),
      into: stocktake, numbering: .byLedger, by: principal)
    var rest = receipts[...]
    let taken = waiting.map { picture, reading in
      defer { rest = rest.dropFirst(reading.events.count) }
      return rest.prefix(reading.events.count).reduce(into: picture) { $0.note($1) }
    }
    waiting.removeAll(keepingCapacity: true)
    waitingBytes = 0
    return taken
  }
}

extension PictureIntake.Taken {
  fileprivate mutating func note(_ receipt: EventReceipt) {
    switch receipt {
    case .stored, .storedClockSuspect: stored += 1
    case .duplicate, .conflict: known += 1
    case .refused(let fault):
      faults.append(IntakeFault(code: fault.code, message: fault.message))
    }
  }
}
