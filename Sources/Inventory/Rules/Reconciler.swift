/// Applies the rules of a stocktake to its facts.
///
/// A pure function: the same facts in any order of delivery give the same result.
package enum Reconciler {
  /// The result of a stocktake.
  package static func reconcile(_ facts: StocktakeFacts) -> Reconciliation {
    let (log, books) = Cores.both(
      facts.events.count, { EventLog(facts.events, approvedAt: facts.approvedAt) },
      { Books(facts) })
    var reading = EventReading(facts, log, books.codes, books.locations)
    let judge = Judge(facts: facts, reading: reading, histories: books.histories)
    let verdicts = Cores.map(facts.assets.count) { $0.compactMap(judge.verdict) }.flatMap(\.self)
    for verdict in verdicts { reading.settle(verdict) }
    return Reconciliation(
      lines: Reconciliation.Lines(verdicts, on: facts, reading.locations),
      unknown: reading.unknownCodes(facts), ambiguous: reading.ambiguousCodes(facts),
      dispositions: Dispositions(reading.log.places, reading.dispositions),
      covered: reading.coverage.locations(reading.locations, in: facts.locations))
  }
}

/// What the books say, ready to be asked.
private struct Books: Sendable {
  let locations: LocationIndex
  let histories: BookHistories
  let codes: CodeBook

  init(_ facts: StocktakeFacts) {
    var locations = LocationIndex(facts)
    histories = BookHistories(facts, &locations)
    codes = CodeBook(facts.assets)
    self.locations = locations
  }
}
