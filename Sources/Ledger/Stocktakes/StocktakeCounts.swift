import Inventory

/// Counts the lines of a result: in all, and by location.
struct StocktakeCounts {
  private let result: Reconciliation
  private var outcomes: [Outcome: Int] = [:]
  /// Of the expected assets, by where the books had them at the opening.
  private var byHome: [String: [Outcome: Int]] = [:]
  /// Assets that belong elsewhere, by where they were seen.
  private var strangers: [String: Int] = [:]

  init(_ result: Reconciliation) {
    self.result = result
    for line in result.lines {
      outcomes[line.outcome, default: 0] += 1
      if line.outcome.isOfExpected, let home = line.home {
        byHome[home, default: [:]][line.outcome, default: 0] += 1
      }
      if line.isStranger, let seen = line.seenAt { strangers[seen, default: 0] += 1 }
    }
  }

  func overview(of locations: [Location], in facts: StocktakeFacts) -> StocktakeOverview {
    StocktakeOverview(summary: summary, progress: progress(of: locations, in: facts))
  }

  var summary: StocktakeReport.Summary {
    let (found, expected) = (outcomes[of: .found], outcomes.expected)
    let counted = expected - outcomes[of: .excused] - outcomes[of: .notCounted]
    return StocktakeReport.Summary(
      expected: expected, outcomes: outcomes.named(Outcome.allCases),
      unknown: result.unknown.count, ambiguous: result.ambiguous.count,
      events: result.dispositions.count, locationAccuracy: ratio(found, counted),
      existenceAccuracy: ratio(found + outcomes[of: .misplaced], counted))
  }

  /// To four places, so that the text of the number is the same everywhere.
  private func ratio(_ part: Int, _ whole: Int) -> Double? {
    whole > 0 ? (Double(part) / Double(whole) * 10_000).rounded() / 10_000 : nil
  }

  /// The locations in scope, in the order given.
  func progress(of locations: [Location], in facts: StocktakeFacts) -> [StocktakeReport.Progress] {
    let scope = Set(facts.scope)
    return locations.filter { facts.locations.lineage(of: $0.code).contains(where: scope.contains) }
      .map { location in
        let here = byHome[location.code] ?? [:]
        return StocktakeReport.Progress(
          location: location.code, name: location.name, expected: here.expected,
          outcomes: here.named(Outcome.ofExpected), strangers: strangers[location.code] ?? 0,
          covered: result.covered.contains(location.code))
      }
  }
}

extension [Outcome: Int] {
  fileprivate subscript(of outcome: Outcome) -> Int { self[outcome, default: 0] }

  fileprivate var expected: Int { Outcome.ofExpected.reduce(0) { $0 + self[of: $1] } }

  /// Also those that didn't occur.
  fileprivate func named(_ outcomes: [Outcome]) -> [String: Int] {
    Dictionary<String, Int>(uniqueKeysWithValues: outcomes.map { ($0.rawValue, self[of: $0]) })
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
