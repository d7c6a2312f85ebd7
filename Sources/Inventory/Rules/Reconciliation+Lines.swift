extension Reconciliation {
  /// The lines of a result, sorted by asset id.
  ///
  /// Each is made when it is asked for: a million of them are kept as numbers.
  package struct Lines: Sendable {
    private let verdicts: [Verdict]
    private let assets: [Asset]
    private let events: [ScanEvent]
    private let locations: LocationIndex

    init(_ verdicts: [Verdict], on facts: StocktakeFacts, _ locations: LocationIndex) {
      (assets, events) = (facts.assets, facts.events)
      self.locations = locations
      self.verdicts = verdicts.sorted { [assets] a, b in
        assets[Int(a.asset)].id.isBefore(assets[Int(b.asset)].id)
      }
    }
  }
}

extension Reconciliation.Lines: RandomAccessCollection {
  package var startIndex: Int { verdicts.startIndex }
  package var endIndex: Int { verdicts.endIndex }

  package subscript(position: Int) -> Reconciliation.Line {
    let verdict = verdicts[position]
    let asset = Int(verdict.asset)
    return Reconciliation.Line(
      asset: assets[asset].id, outcome: verdict.outcome, home: assets[asset].location,
      flagSet: verdict.flags, round: verdict.round, decisive: verdict.decisive.map(id),
      seenAt: verdict.seenAt.map(name), bookLocation: verdict.bookLocation.map(name),
      bookStatus: verdict.bookStatus, coveredBy: verdict.coveredBy.map(id))
  }

  private func id(ofEvent place: Int32) -> String { events[Int(place)].clientEventID }

  private func name(ofLocation number: Int32) -> String { locations.names[Int(number)] }
}
