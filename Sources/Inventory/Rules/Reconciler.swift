/// Applies the rules of a stocktake to its facts.
///
/// A pure function: the same facts in any order of delivery give the same result.
package enum Reconciler {
  /// The result of a stocktake.
  package static func reconcile(_ facts: StocktakeFacts) -> Reconciliation {
    var locations = LocationIndex(facts)
    let histories = BookHistories(facts, &locations)
    var reading = EventReading(facts, locations)
    let judge = Judge(facts: facts, reading: reading, histories: histories)
    var lines: [Reconciliation.Line] = []
    lines.reserveCapacity(facts.assets.count)
    for asset in facts.assets.indices {
      guard let verdict = judge.verdict(on: asset) else { continue }
      reading.settle(verdict, on: asset)
      lines.append(verdict.line)
    }
    lines.sort { $0.asset.isBefore($1.asset) }
    return Reconciliation(
      lines: lines, unknown: reading.unknownCodes(facts), ambiguous: reading.ambiguousCodes(facts),
      dispositions: Dispositions(reading.log.places, reading.dispositions),
      covered: reading.coverage.locations(reading.locations, in: facts.locations))
  }
}
