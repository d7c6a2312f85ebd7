import Diagnostics
import Inventory
import Storage

/// Who closes a stocktake, and when.
struct StocktakeClosing {
  let by: String
  let at: Int
}

extension LedgerStore {
  /// The report of a stocktake: the one that was fixed when it was closed, or how it stands now.
  package func report(on stocktake: Stocktake) throws -> StocktakeReport {
    try fixed(of: stocktake) { try $0.report(on: $1, closing: nil) }
  }

  /// What the report says that was fixed when a stocktake was closed, or what is made of one that
  /// wasn't.
  func fixed<Value: Decodable>(
    of stocktake: Stocktake, or make: (Connection, Stocktake) throws -> Value
  ) throws -> Value {
    try database.read { connection in
      let table = StocktakeTable(connection: connection)
      let current = try table.existing(id: stocktake.id)
      guard let fixed = try table.report(of: current) else { return try make(connection, current) }
      return try CanonicalJSON.value(Value.self, fixed)
    }
  }
}

extension Connection {
  /// The report on the books and events as they are in this transaction.
  func report(on stocktake: Stocktake, closing: StocktakeClosing?) throws -> StocktakeReport {
    let facts = try facts(of: stocktake)
    let locations = try LocationTable(connection: self).all()
    var names: [String: String] = [:]
    try forEach("SELECT tag, name FROM assets") { names[try $0.text(0)] = try $0.text(1) }
    let builder = StocktakeReportBuilder(
      stocktake: stocktake, closing: closing, checkpoint: try headOfLog(), facts: facts,
      result: Reconciler.reconcile(facts), assetNames: names, locations: locations,
      endedLabels: try endedLabels(in: facts))
    return try builder.report()
  }
}

/// Puts a report together.
private struct StocktakeReportBuilder {
  let stocktake: Stocktake
  let closing: StocktakeClosing?
  let checkpoint: Int
  let facts: StocktakeFacts
  let result: Reconciliation
  let assetNames: [String: String]
  let locations: [Location]
  let endedLabels: [StocktakeReport.EndedLabel]?

  func report() throws -> StocktakeReport {
    let counts = StocktakeCounts(result)
    var report = StocktakeReport(
      stocktake: header, summary: counts.summary,
      progress: counts.progress(of: locations, in: facts), lines: result.lines.map(line),
      unknown: unknown,
      ambiguous: result.ambiguous.map {
        StocktakeReport.Ambiguous(code: $0.code, candidates: $0.candidates)
      }, endedLabels: endedLabels, counters: counters,
      dispositions: Dictionary(
        uniqueKeysWithValues: result.dispositions.counts.map { ($0.key.rawValue, $0.value) }),
      hash: "")
    report.hash = try report.madeHash()
    return report
  }

  private var header: StocktakeReport.Header {
    StocktakeReport.Header(
      number: stocktake.number, name: stocktake.name,
      state: closing == nil ? stocktake.state : .review, scope: stocktake.scope,
      policy: stocktake.policy, openedBy: stocktake.openedBy,
      openedAt: Timestamp.text(stocktake.openedAt), closedBy: closing?.by,
      closedAt: closing.map { Timestamp.text($0.at) }, checkpoint: checkpoint)
  }

  private func line(_ line: Reconciliation.Line) -> StocktakeReport.Line {
    StocktakeReport.Line(
      asset: line.asset, name: assetNames[line.asset] ?? "", outcome: line.outcome,
      flags: line.flags, bookLocation: line.bookLocation, bookStatus: line.bookStatus,
      seenAt: line.seenAt, round: line.round,
      decisive: line.decisive.flatMap(event).flatMap {
        StocktakeReport.Sighting($0, at: line.seenAt)
      })
  }

  private func event(_ id: String) -> ScanEvent? {
    result.dispositions.place(of: id).map { facts.events[$0] }
  }

  /// Each with its scans, in the order of events.
  private var unknown: [StocktakeReport.Unknown] {
    let scans = Dictionary(
      grouping: facts.events.indices.lazy.filter { result.dispositions[place: $0] == .unknown }
        .map { facts.events[$0] }
    ) { event in ScannedCode(event.scan?.code ?? "", rules: facts.codes).canonical }
    guard !scans.isEmpty else { return [] }
    let places = ScanPlaces(facts)
    return result.unknown.map { code in
      StocktakeReport.Unknown(
        code: code.code, kind: code.kind,
        scans: (scans[code.code] ?? []).sorted { $0.orderKey < $1.orderKey }
          .compactMap { StocktakeReport.Sighting($0, at: places.place(of: $0)?.location) })
    }
  }

  private var counters: [StocktakeReport.Counter] {
    var shares: [CountingShare.Who: CountingShare] = [:]
    for event in facts.events {
      let who = CountingShare.Who(counter: event.counter, device: event.deviceID)
      shares[who, default: CountingShare(since: event.occurredAt)].add(event.occurredAt)
    }
    return shares.map { $1.said(of: $0) }.sorted { Self.isBefore($0, $1) }
  }

  /// By device, then by counter; events that name no counter come first.
  private static func isBefore(
    _ a: StocktakeReport.Counter, _ b: StocktakeReport.Counter
  ) -> Bool {
    if a.device != b.device { return a.device.isBefore(b.device) }
    guard let one = a.counter, let other = b.counter else {
      return a.counter == nil && b.counter != nil
    }
    return one.isBefore(other)
  }
}

/// What somebody counted with one device.
private struct CountingShare {
  struct Who: Hashable {
    let counter: String?
    let device: String
  }

  private var events = 0
  /// Milliseconds.
  private var first: Int
  private var last: Int

  init(since time: Int) { (first, last) = (time, time) }

  mutating func add(_ time: Int) {
    events += 1
    (first, last) = (min(first, time), max(last, time))
  }

  func said(of who: Who) -> StocktakeReport.Counter {
    StocktakeReport.Counter(
      counter: who.counter, device: who.device, events: events, first: Timestamp.text(first),
      last: Timestamp.text(last))
  }
}

extension StocktakeReport.Sighting {
  /// Nil for an event that is no scan.
  ///
  /// - Parameter location: where it was made, also where another event told that.
  init?(_ event: ScanEvent, at location: String?) {
    guard let scan = event.scan else { return nil }
    self.init(
      event: event.clientEventID, code: scan.code, symbology: scan.symbology,
      location: location, at: Timestamp.text(event.occurredAt), device: event.deviceID,
      counter: event.counter, evidence: scan.evidence)
  }
}
