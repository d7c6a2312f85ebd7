/// Applies the rules of a stocktake to its facts.
///
/// A pure function: the same facts in any order of delivery give the same result.
package enum Reconciler {
  /// The result of a stocktake.
  package static func reconcile(_ facts: StocktakeFacts) -> Reconciliation {
    var reading = EventReading(facts)
    let histories = BookHistories(facts)
    let judge = Judge(facts: facts, reading: reading, histories: histories)
    var lines: [Reconciliation.Line] = []
    var expected: [String] = []
    for (index, asset) in facts.assets.enumerated() {
      let verdict = judge.verdict(on: index)
      if verdict.isExpected { expected.append(asset.id) }
      reading.settle(verdict)
      if let line = verdict.line { lines.append(line) }
    }
    return Reconciliation(
      expected: expected.sortedByBytes(),
      lines: lines.sorted { $0.asset.isBefore($1.asset) },
      unknown: reading.unknownCodes(facts), ambiguous: reading.ambiguousCodes(facts),
      dispositions: reading.dispositions, coverage: reading.coverage)
  }
}
