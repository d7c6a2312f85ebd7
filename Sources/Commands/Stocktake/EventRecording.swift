import Diagnostics
import Foundation
import Intake
import Inventory
import Ledger

/// Hands events to a stocktake, and says what became of them.
struct EventRecording {
  private let store: LedgerStore
  private let stocktake: Stocktake
  private let principal: Principal
  private var summary = Summary()

  /// What became of the events.
  private struct Summary: Encodable {
    var recorded = 0
    var duplicates = 0
    var refused = 0
    /// Of the recorded ones; nil where there is none.
    var clockSuspect: Int?

    private enum CodingKeys: String, CodingKey {
      case recorded, duplicates, refused
      case clockSuspect = "clock_suspect"
    }
  }

  init(store: LedgerStore, stocktake: Stocktake, principal: Principal) {
    (self.store, self.stocktake, self.principal) = (store, stocktake, principal)
  }

  /// Takes events in one transaction.
  ///
  /// Where events were taken before, a fault is a “no” to the rest, not a refusal as a whole.
  mutating func take(_ events: [ScanEvent], numbering: EventNumbering) throws {
    do {
      try record(events, numbering: numbering)
    } catch let fault as any Fault where summary.recorded > 0 {
      refuse(fault)
      summary.refused += events.count - 1
    }
  }

  private mutating func record(_ events: [ScanEvent], numbering: EventNumbering) throws {
    let receipts = try store.record(events, into: stocktake, numbering: numbering, by: principal)
    for (event, receipt) in zip(events, receipts) { note(event, receipt) }
  }

  /// Takes the events of a file's lines, in transactions of a thousand (`-` is standard input).
  ///
  /// A line that can't be read is named and stops none of the others. Where the next line isn't there
  /// yet, as from a keyboard or a scanner, what came is taken at once.
  mutating func take(
    linesOf path: String, numbering: EventNumbering, _ event: (String, Int) throws -> ScanEvent
  ) throws {
    let lines = try TextLines(path)
    var (line, events) = (0, [ScanEvent]())
    for text in lines {
      line += 1
      do {
        if !text.isEmpty { events.append(try event(text, line)) }
      } catch let fault as IntakeFault where fault.code == EventFile.foreign {
        throw fault
      } catch let fault as any Fault {
        refuse(fault)
      }
      if events.count == 1000 || !lines.isNextAtHand {
        try take(events, numbering: numbering)
        events.removeAll(keepingCapacity: true)
      }
    }
    try take(events, numbering: numbering)
    try lines.finish()
  }

  private mutating func note(_ event: ScanEvent, _ receipt: EventReceipt) {
    switch receipt {
    case .stored: summary.recorded += 1
    case .storedClockSuspect:
      summary.recorded += 1
      summary.clockSuspect = (summary.clockSuspect ?? 0) + 1
    case .duplicate: summary.duplicates += 1
    case .refused(let fault):
      refuse(
        IntakeFault(
          code: fault.code, message: "event \(quoted(event.clientEventID)): \(fault.message)"))
    case .conflict(let kept, let delivered):
      summary.refused += 1
      tellConflict(event, kept: kept, delivered: delivered)
    }
  }

  private func tellConflict(_ event: ScanEvent, kept: String, delivered: String) {
    if let other = Self.stocktake(of: kept), other != stocktake.id.description {
      let name = (try? store.stocktake(named: other).title) ?? other
      return Terminal.note(
        "tally: event \(quoted(event.clientEventID)) is in stocktake \(name) already, and stays "
          + "there.")
    }
    Terminal.note(
      "tally: another event has the id \(quoted(event.clientEventID)); the first stays.\n"
        + "  kept:      \(SafeText.terminal(kept))\n  delivered: \(SafeText.terminal(delivered))")
  }

  /// The stocktake in an entry of an event; nil for an entry of another kind.
  private static func stocktake(of payload: String) -> String? {
    struct Recorded: Decodable {
      let stocktake: String
    }
    return try? JSONDecoder().decode(Recorded.self, from: Data(payload.utf8)).stocktake
  }

  private mutating func refuse(_ fault: any Fault) {
    summary.refused += 1
    Terminal.complain(fault)
  }

  /// Says what was taken, and ends the command with 1 where something wasn't.
  func end(_ output: OutputOptions) throws {
    let sentence =
      "\(summary.recorded) recorded, \(summary.duplicates) already there, "
      + "\(summary.refused) refused"
      + (summary.clockSuspect.map { "; \($0) from a device whose clock is ahead" } ?? "")
    try output.say([sentence], summary)
    if summary.refused > 0 { throw ExitStatus.doneWithNo.code }
  }
}

extension ScanEvent {
  /// An event of the person at this keyboard, now.
  static func byOperator(
    device: String = "keyboard", counter: String, round: Int = 1, content: Content
  ) -> ScanEvent {
    let now = LedgerStore.systemClock()
    return ScanEvent(
      clientEventID: ObjectID.make(at: now).description, deviceID: device, deviceSeq: 0,
      occurredAt: now, round: round, counter: counter, content: content)
  }
}
