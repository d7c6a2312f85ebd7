/// Decides about one asset after the other.
final class Judge: Sendable {
  private let assets: [Asset]
  private let policy: StocktakePolicy
  private let reading: EventReading
  private let histories: BookHistories
  private let rounds: Rounds
  private let flags: FlagRules

  init(facts: StocktakeFacts, reading: EventReading, histories: BookHistories) {
    (assets, policy) = (facts.assets, facts.policy)
    (self.reading, self.histories) = (reading, histories)
    rounds = Rounds(facts.rounds)
    flags = FlagRules(log: reading.log, locations: reading.locations)
  }

  /// What is to be said of an asset; nil for one that was neither expected nor seen.
  func verdict(on place: Int) -> Verdict? {
    let (sightings, history) = (reading.sightings[place], histories[place])
    let isNew = assets[place].createdDuringCountAt != nil
    let isExpected = !isNew && isDue(history.atOpening)
    guard isExpected || !sightings.isEmpty else { return nil }
    let round = decidingRound(assets[place].id, history, sightings)
    let last = sightings.last { $0.round == round }
    let book = last.map { history.entry(at: time(of: $0)) } ?? history.final
    return Verdict(
      asset: Int32(place),
      outcome: isExpected
        ? outcomeOfExpected(history, last, round) : outcomeOfOther(isNew, history, last),
      bookStatus: book.status, flags: flags.flags(history, sightings, last, round), round: round,
      decisive: last?.event, seenAt: last?.location, bookLocation: book.location,
      coveredBy: event(covering: history.final.location, in: round))
  }

  /// Whether the books have an asset where it is to be counted.
  private func isDue(_ entry: BookHistory.Entry) -> Bool {
    entry.status.isCountable(under: policy) && isInScope(entry.location)
  }

  private func isInScope(_ location: Int32?) -> Bool {
    location.map { reading.locations.isInScope[Int($0)] } ?? false
  }

  private func event(covering location: Int32?, in round: Int) -> Int32? {
    reading.coverage.event(covering: location, in: round, reading.locations)
  }

  /// The highest round holding the asset in which it was seen or its place was covered.
  private func decidingRound(
    _ asset: String, _ history: BookHistory, _ sightings: ArraySlice<Sighting>
  ) -> Int {
    rounds.highestRecount(of: asset) { round in
      sightings.contains { $0.round == round }
        || event(covering: history.final.location, in: round) != nil
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
    if !history.changes.isEmpty && !isDue(final) { return .excused }
    return event(covering: final.location, in: round) != nil ? .missing : .notCounted
  }

  private func outcomeOfOther(_ isNew: Bool, _ history: BookHistory, _ last: Sighting?) -> Outcome {
    guard let last else { return .unconfirmed }
    if isNew { return .newInStocktake }
    let time = time(of: last)
    let book = history.entry(at: time)
    if !book.status.isCountable(under: policy) { return .unexpectedStatus }
    let moved = history.changes.contains { $0.at <= time }
    if moved, let seen = last.location, isAtBook(history, seen, time), isInScope(book.location) {
      return .movedIn
    }
    return .unexpectedElsewhere
  }

  /// Whether the books at a time have the asset at a location, or within it.
  private func isAtBook(_ history: BookHistory, _ seen: Int32, _ time: Int) -> Bool {
    guard let book = history.entry(at: time).location else { return false }
    return reading.locations.isSameOrAncestor(seen, of: book)
  }

  private func time(of sighting: Sighting) -> Int {
    reading.log.deliveries[Int(sighting.event)].occurredAt
  }
}
