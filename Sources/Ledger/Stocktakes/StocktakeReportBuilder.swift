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
    try database.read { connection in
      let table = StocktakeTable(connection: connection)
      let current = try table.existing(id: stocktake.id)
      if let fixed = try table.report(of: current) {
        return try CanonicalJSON.value(StocktakeReport.self, fixed)
      }
      return try connection.report(on: current, closing: nil)
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
  private let events: [String: ScanEvent]

  init(
    stocktake: Stocktake, closing: StocktakeClosing?, checkpoint: Int, facts: StocktakeFacts,
    result: Reconciliation, assetNames: [String: String], locations: [Location],
    endedLabels: [StocktakeReport.EndedLabel]?
  ) {
    (self.stocktake, self.closing, self.checkpoint) = (stocktake, closing, checkpoint)
    (self.facts, self.result) = (facts, result)
    (self.assetNames, self.locations) = (assetNames, locations)
    self.endedLabels = endedLabels
    events = Dictionary(facts.events.map { ($0.clientEventID, $0) }) { first, _ in first }
  }

  func report() throws -> StocktakeReport {
    var report = StocktakeReport(
      stocktake: header, summary: summary, progress: progress, lines: result.lines.map(line),
      unknown: unknown,
      ambiguous: result.ambiguous.map {
        StocktakeReport.Ambiguous(code: $0.code, candidates: $0.candidates)
      }, endedLabels: endedLabels, counters: counters,
      dispositions: Dictionary(
        result.dispositions.values.map { ($0.rawValue, 1) }, uniquingKeysWith: +),
      hash: "")
    report.hash = "sha256:" + Hex.text(try CanonicalJSON.digest(report))
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

  private var summary: StocktakeReport.Summary {
    let counts = count(result.lines, of: Outcome.allCases)
    let expected = result.expected.count
    let counted = expected - counts[.excused, default: 0] - counts[.notCounted, default: 0]
    let found = counts[.found, default: 0]
    return StocktakeReport.Summary(
      expected: expected, outcomes: named(counts), unknown: result.unknown.count,
      ambiguous: result.ambiguous.count, events: result.dispositions.count,
      locationAccuracy: ratio(found, counted),
      existenceAccuracy: ratio(found + counts[.misplaced, default: 0], counted))
  }

  /// To four places, so that the text of the number is the same everywhere.
  private func ratio(_ part: Int, _ whole: Int) -> Double? {
    whole > 0 ? (Double(part) / Double(whole) * 10_000).rounded() / 10_000 : nil
  }

  private func count(
    _ lines: some Sequence<Reconciliation.Line>, of outcomes: [Outcome]
  ) -> [Outcome: Int] {
    lines.reduce(into: Dictionary(uniqueKeysWithValues: outcomes.map { ($0, 0) })) {
      $0[$1.outcome]? += 1
    }
  }

  private func named(_ counts: [Outcome: Int]) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: counts.map { ($0.key.rawValue, $0.value) })
  }

  /// The locations in scope, by code.
  private var progress: [StocktakeReport.Progress] {
    let homes = Dictionary(
      facts.assets.lazy.map { ($0.id, $0.location) }, uniquingKeysWith: { first, _ in first })
    let expected = Set(result.expected)
    let lines = Dictionary(grouping: result.lines.filter { expected.contains($0.asset) }) {
      homes[$0.asset] ?? nil
    }
    let strangers = Dictionary(grouping: result.lines.filter(\.isStranger), by: \.seenAt)
    return locations.filter { isInScope($0.code) }.map { location in
      let here = lines[location.code] ?? []
      return StocktakeReport.Progress(
        location: location.code, name: location.name, expected: here.count,
        outcomes: named(count(here, of: Outcome.ofExpected)),
        strangers: strangers[location.code]?.count ?? 0,
        covered: result.coverage.isCovered(location.code))
    }
  }

  private func isInScope(_ location: String) -> Bool {
    facts.locations.lineage(of: location).contains { facts.scope.contains($0) }
  }

  private func line(_ line: Reconciliation.Line) -> StocktakeReport.Line {
    StocktakeReport.Line(
      asset: line.asset, name: assetNames[line.asset] ?? "", outcome: line.outcome,
      flags: line.flags, bookLocation: line.bookLocation, bookStatus: line.bookStatus,
      seenAt: line.seenAt, round: line.round,
      decisive: line.decisive.flatMap { events[$0] }.flatMap(StocktakeReport.Sighting.init))
  }

  /// Each with its scans, in the order of events.
  private var unknown: [StocktakeReport.Unknown] {
    let scans = Dictionary(
      grouping: facts.events.filter { result.dispositions[$0.clientEventID] == .unknown }
    ) { event in ScannedCode(event.scan?.code ?? "", rules: facts.codes).canonical }
    return result.unknown.map { code in
      StocktakeReport.Unknown(
        code: code.code, kind: code.kind,
        scans: (scans[code.code] ?? []).sorted { $0.orderKey < $1.orderKey }
          .compactMap(StocktakeReport.Sighting.init))
    }
  }

  private var counters: [StocktakeReport.Counter] {
    let groups = Dictionary(grouping: facts.events) {
      Pair(counter: $0.counter, device: $0.deviceID)
    }
    return groups.map { who, events in
      let times = events.map(\.occurredAt)
      return StocktakeReport.Counter(
        counter: who.counter, device: who.device, events: events.count,
        first: Timestamp.text(times.min() ?? 0), last: Timestamp.text(times.max() ?? 0))
    }.sorted { Self.isBefore($0, $1) }
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

  private struct Pair: Hashable {
    let counter: String?
    let device: String
  }
}

extension StocktakeReport.Sighting {
  /// Nil for an event that is no scan.
  init?(_ event: ScanEvent) {
    guard let scan = event.scan else { return nil }
    self.init(
      event: event.clientEventID, code: scan.code, symbology: scan.symbology,
      location: scan.location, at: Timestamp.text(event.occurredAt), device: event.deviceID,
      counter: event.counter, evidence: scan.evidence)
  }
}

extension Reconciliation.Line {
  /// Whether it was seen where it doesn't belong.
  fileprivate var isStranger: Bool {
    switch outcome {
    case .misplaced, .unexpectedElsewhere: true
    case .unexpectedStatus, .newInStocktake: seenAt != bookLocation
    default: false
    }
  }
}
