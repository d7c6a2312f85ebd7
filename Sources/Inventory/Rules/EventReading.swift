/// What each event says once voids, places and codes are resolved.
struct EventReading: Sendable {
  let log: EventLog
  private(set) var locations: LocationIndex
  private(set) var sightings = Sightings([], assetCount: 0)
  private(set) var coverage = Coverage()
  /// By the places of events.
  private(set) var dispositions: [Disposition?]
  private var unknown: [String: ScannedCode] = [:]
  private var ambiguous: [String: [Int]] = [:]

  init(_ facts: StocktakeFacts, _ log: EventLog, _ book: CodeBook, _ locations: LocationIndex) {
    (self.log, self.locations) = (log, locations)
    dispositions = Array(repeating: nil, count: facts.events.count)
    for event in log.late { dispositions[event] = .late }
    sightings = Sightings(read(facts, book), assetCount: facts.assets.count)
  }

  private mutating func read(_ facts: StocktakeFacts, _ book: CodeBook) -> [Sighting] {
    let resolutions = Self.resolutions(log, book, facts.codes)
    let places = ScanPlaces(facts, log)
    let rounds = Rounds(facts.rounds)
    var found: [Sighting] = []
    found.reserveCapacity(log.order.count)
    for (place, resolution) in zip(log.order, resolutions.joined()) {
      guard let resolution, let scan = log.scan(place) else {
        note(place)
        continue
      }
      guard let asset = asset(of: resolution, of: scan, place, facts.codes) else { continue }
      let round = log.deliveries[place].round
      let said = scan.location ?? places.placeByContext(of: log[place])?.location
      let location = said.map { locations.number($0) }
      if facts.policy.coverage == .implicit, let location {
        coverage.addScan(Int32(place), round: round, at: location)
      }
      found.append(
        Sighting(
          asset: Int32(asset), event: Int32(place),
          round: rounds.counting(facts.assets[asset].id, scannedIn: round), location: location))
    }
    return found
  }

  /// What the scans that count lead to, in the order of events; nil for an event that is none.
  private static func resolutions(
    _ log: EventLog, _ book: CodeBook, _ rules: CodeRules
  ) -> [[CodeBook.Resolution?]] {
    Cores.map(log.order.count) { range in
      log.order[range].map { place in
        log.scan(place).map { book.resolve(ScannedCode($0.code, rules: rules)) }
      }
    }
  }

  /// Notes what an event did that is no scan, or none that counts.
  private mutating func note(_ place: Int) {
    switch log.deliveries[place].content {
    case .void: dispositions[place] = .voidMarker
    case _ where log.isVoided(place): dispositions[place] = .voided
    case .done(let location):
      dispositions[place] = .coverage
      if let location {
        coverage.addDone(
          Int32(place), round: log.deliveries[place].round, at: locations.number(location))
      }
    case .location, .scan: dispositions[place] = .context
    }
  }

  /// The one asset that a scan leads to; what any other scan does is noted at once.
  private mutating func asset(
    of resolution: CodeBook.Resolution, of scan: Scan, _ place: Int, _ rules: CodeRules
  ) -> Int? {
    if case .one(let asset) = resolution { return asset }
    let code = ScannedCode(scan.code, rules: rules)
    switch resolution {
    case .one: break
    case .many(let assets):
      dispositions[place] = .ambiguous
      ambiguous[code.canonical] = assets
    case .none:
      dispositions[place] = .unknown
      // Read once with our prefix, a code is ours however else it was read.
      if unknown[code.canonical]?.hadOwnPrefix != true { unknown[code.canonical] = code }
    }
    return nil
  }

  /// Notes what the sightings of an asset did for its verdict.
  mutating func settle(_ verdict: Verdict) {
    for sighting in sightings[Int(verdict.asset)] {
      dispositions[Int(sighting.event)] = verdict.disposition(of: sighting)
    }
  }

  func unknownCodes(_ facts: StocktakeFacts) -> [UnknownCode] {
    guard !unknown.isEmpty else { return [] }
    let classifier = UnknownCodeClassifier(
      ownShapes: Set(facts.assets.lazy.map { TagShape.of($0.id) }), rules: facts.codes)
    return unknown.values.map { UnknownCode(code: $0.canonical, kind: classifier.classify($0)) }
      .sorted { $0.code.isBefore($1.code) }
  }

  func ambiguousCodes(_ facts: StocktakeFacts) -> [Reconciliation.AmbiguousCode] {
    ambiguous.map { code, assets in
      Reconciliation.AmbiguousCode(
        code: code, candidates: assets.map { facts.assets[$0].id }.sortedByBytes())
    }.sorted { $0.code.isBefore($1.code) }
  }
}
