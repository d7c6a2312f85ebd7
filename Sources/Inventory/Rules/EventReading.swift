/// What each event says once voids, places and codes are resolved.
struct EventReading {
  let log: EventLog
  private(set) var locations: LocationIndex
  private(set) var sightings = Sightings([], assetCount: 0)
  private(set) var coverage = Coverage()
  /// By the places of events.
  private(set) var dispositions: [Disposition?]
  private var unknown: [String: ScannedCode] = [:]
  private var ambiguous: [String: [Int]] = [:]

  init(_ facts: StocktakeFacts, _ locations: LocationIndex) {
    log = EventLog(facts.events, approvedAt: facts.approvedAt)
    self.locations = locations
    dispositions = Array(repeating: nil, count: facts.events.count)
    for event in log.late { dispositions[event] = .late }
    sightings = Sightings(read(facts), assetCount: facts.assets.count)
  }

  private mutating func read(_ facts: StocktakeFacts) -> [Sighting] {
    let places = ScanPlaces(facts, log)
    let book = CodeBook(facts.assets)
    let rounds = Rounds(facts.rounds)
    var found: [Sighting] = []
    found.reserveCapacity(log.order.count)
    for place in log.order {
      let event = log[place]
      guard let scan = noteUnlessScan(event, place) else { continue }
      let code = ScannedCode(scan.code, rules: facts.codes)
      guard let asset = noteUnlessAsset(place, code, book.resolve(code)) else { continue }
      let location = (places.place(of: event)?.location).map { locations.number($0) }
      if facts.policy.coverage == .implicit, let location {
        coverage.addScan(place, round: event.round, at: location)
      }
      found.append(
        Sighting(
          asset: Int32(asset), event: Int32(place), location: location.map { Int32($0) },
          round: rounds.counting(facts.assets[asset].id, scannedIn: event.round)))
    }
    return found
  }

  /// The scan of an event that counts; what any other event does is noted at once.
  private mutating func noteUnlessScan(_ event: ScanEvent, _ place: Int) -> Scan? {
    switch event.content {
    case .void: dispositions[place] = .voidMarker
    case _ where log.isVoided(place): dispositions[place] = .voided
    case .location: dispositions[place] = .context
    case .done(let location):
      dispositions[place] = .coverage
      if let location {
        coverage.addDone(place, round: event.round, at: locations.number(location))
      }
    case .scan(let scan): return scan
    }
    return nil
  }

  private mutating func noteUnlessAsset(
    _ place: Int, _ code: ScannedCode, _ resolution: CodeBook.Resolution
  ) -> Int? {
    switch resolution {
    case .one(let asset): return asset
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
  mutating func settle(_ verdict: Verdict, on asset: Int) {
    for sighting in sightings[asset] {
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
