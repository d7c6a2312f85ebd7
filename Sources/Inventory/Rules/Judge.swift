/// Decides about one asset after the other.
struct Judge {
  let facts: StocktakeFacts
  let reading: EventReading
  let histories: BookHistories
  private let scope: Set<String>
  private let rounds: Rounds
  private let flags: FlagRules

  init(facts: StocktakeFacts, reading: EventReading, histories: BookHistories) {
    (self.facts, self.reading, self.histories) = (facts, reading, histories)
    scope = Set(facts.scope)
    rounds = Rounds(facts.rounds)
    flags = FlagRules(events: reading.log.events, locations: facts.locations)
  }

  func verdict(on index: Int) -> Verdict {
    let sightings = reading.sightings[index]
    let expected = isExpected(facts.assets[index])
    guard expected || !sightings.isEmpty else {
      return Verdict(asset: index, isExpected: false, round: 1, last: nil, line: nil)
    }
    let asset = facts.assets[index]
    let history = histories[index]
    let round = decidingRound(asset, history, sightings)
    let last = sightings.last { $0.round == round }
    let outcome =
      expected
      ? outcomeOfExpected(history, last, round) : outcomeOfOther(asset, history, last)
    let line = line(asset, outcome, history, sightings, last, round)
    return Verdict(asset: index, isExpected: expected, round: round, last: last, line: line)
  }

  /// Countable, and in scope, when the stocktake opened.
  private func isExpected(_ asset: Asset) -> Bool {
    asset.createdDuringCountAt == nil && asset.status.isCountable(under: facts.policy)
      && isInScope(asset.location)
  }

  private func isInScope(_ location: String?) -> Bool {
    guard let location else { return false }
    return facts.locations.lineage(of: location).contains { scope.contains($0) }
  }

  /// The highest round holding the asset in which it was seen or its place was covered.
  private func decidingRound(
    _ asset: Asset, _ history: BookHistory, _ sightings: ArraySlice<Sighting>
  ) -> Int {
    let final = history.final.location
    return rounds.holding(asset.id).first { round in
      sightings.contains { $0.round == round }
        || reading.coverage.event(covering: final, in: round) != nil
    } ?? 1
  }

  private func outcomeOfExpected(_ history: BookHistory, _ last: Sighting?, _ round: Int)
    -> Outcome
  {
    guard let last else { return outcomeOfUnseen(history, round) }
    guard let seen = last.location else { return .found }
    return isAtBook(history, seen, time(of: last)) ? .found : .misplaced
  }

  private func outcomeOfUnseen(_ history: BookHistory, _ round: Int) -> Outcome {
    let final = history.final
    let left = !isInScope(final.location) || !final.status.isCountable(under: facts.policy)
    if !history.changes.isEmpty && left { return .excused }
    return reading.coverage.event(covering: final.location, in: round) != nil
      ? .missing : .notCounted
  }

  private func outcomeOfOther(_ asset: Asset, _ history: BookHistory, _ last: Sighting?) -> Outcome
  {
    guard let last else { return .unconfirmed }
    if asset.createdDuringCountAt != nil { return .newInStocktake }
    let time = time(of: last)
    let book = history.entry(at: time)
    if !book.status.isCountable(under: facts.policy) { return .unexpectedStatus }
    let moved = history.changes.contains { $0.at <= time }
    if moved, let seen = last.location, isAtBook(history, seen, time), isInScope(book.location) {
      return .movedIn
    }
    return .unexpectedElsewhere
  }

  /// Whether the books at a time have the asset at a location, or within it.
  private func isAtBook(_ history: BookHistory, _ seen: String, _ time: Int) -> Bool {
    guard let book = history.entry(at: time).location else { return false }
    return facts.locations.isSameOrAncestor(seen, of: book)
  }

  private func time(of sighting: Sighting) -> Int {
    reading.log.events[sighting.event].occurredAt
  }

  private func line(
    _ asset: Asset, _ outcome: Outcome, _ history: BookHistory, _ sightings: ArraySlice<Sighting>,
    _ last: Sighting?, _ round: Int
  ) -> Reconciliation.Line {
    let book = last.map { history.entry(at: time(of: $0)) } ?? history.final
    return Reconciliation.Line(
      asset: asset.id, outcome: outcome,
      flags: flags.flags(history, sightings, last: last, round: round), round: round,
      decisive: last.map { reading.log.events[$0.event].clientEventID }, seenAt: last?.location,
      bookLocation: book.location, bookStatus: book.status,
      coveredBy: reading.coverage.event(covering: history.final.location, in: round))
  }
}
