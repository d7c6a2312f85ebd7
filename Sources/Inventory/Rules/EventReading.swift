/// What each event says once voids, places and codes are resolved.
struct EventReading {
  let log: EventLog
  private(set) var sightings: Sightings
  private(set) var coverage: Coverage
  private(set) var dispositions: [String: Disposition] = [:]
  private var unknown: [String: ScannedCode] = [:]
  private var ambiguous: [String: [Int]] = [:]

  init(_ facts: StocktakeFacts) {
    log = EventLog(facts.events, approvedAt: facts.approvedAt)
    coverage = Coverage(locations: facts.locations)
    sightings = Sightings([], assetCount: 0)
    dispositions.reserveCapacity(log.events.count)
    for event in log.late { dispositions[event] = .late }
    sightings = Sightings(read(facts), assetCount: facts.assets.count)
  }

  private mutating func read(_ facts: StocktakeFacts) -> [Sighting] {
    let places = ScanPlaces(facts, log)
    let book = CodeBook(facts.assets)
    let rounds = Rounds(facts.rounds)
    var found: [Sighting] = []
    found.reserveCapacity(log.events.count)
    for (index, event) in log.events.enumerated() {
      guard let scan = noteUnlessScan(event) else { continue }
      let code = ScannedCode(scan.code, rules: facts.codes)
      guard let asset = noteUnlessAsset(event, code, book.resolve(code)) else { continue }
      let place = places.place(of: event)?.location
      if facts.policy.coverage == .implicit, let place { coverage.addScan(event, at: place) }
      let round = rounds.counting(facts.assets[asset].id, scannedIn: event.round)
      found.append(Sighting(asset: asset, event: index, round: round, location: place))
    }
    return found
  }

  /// The scan of an event that counts; what any other event does is noted at once.
  private mutating func noteUnlessScan(_ event: ScanEvent) -> Scan? {
    let isVoided = log.isVoided(event)
    switch event.content {
    case .void: dispositions[event.clientEventID] = .voidMarker
    case _ where isVoided: dispositions[event.clientEventID] = .voided
    case .location: dispositions[event.clientEventID] = .context
    case .done(let location):
      dispositions[event.clientEventID] = .coverage
      if let location { coverage.addDone(event, at: location) }
    case .scan(let scan): return scan
    }
    return nil
  }

  private mutating func noteUnlessAsset(
    _ event: ScanEvent, _ code: ScannedCode, _ resolution: CodeBook.Resolution
  ) -> Int? {
    switch resolution {
    case .one(let asset): return asset
    case .many(let assets):
      dispositions[event.clientEventID] = .ambiguous
      ambiguous[code.canonical] = assets
    case .none:
      dispositions[event.clientEventID] = .unknown
      // Read once with our prefix, a code is ours however else it was read.
      if unknown[code.canonical]?.hadOwnPrefix != true { unknown[code.canonical] = code }
    }
    return nil
  }

  /// Notes what the sightings of an asset did for its verdict.
  mutating func settle(_ verdict: Verdict) {
    for sighting in sightings[verdict.asset] {
      dispositions[log.events[sighting.event].clientEventID] = verdict.disposition(of: sighting)
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
