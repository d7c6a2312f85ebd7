/// Raises the flags of a line.
struct FlagRules {
  let log: EventLog
  let locations: LocationIndex

  /// The flags of an asset.
  func flags(
    _ history: BookHistory, _ sightings: ArraySlice<Sighting>, _ last: Sighting?, _ round: Int
  ) -> FlagSet {
    var flags = FlagSet()
    guard let last else {
      if !sightings.isEmpty { flags.insert(.seenInPriorRound) }
      return flags
    }
    let event = Int(last.event)
    let book = history.entry(at: log.deliveries[event].occurredAt)
    if hasSuspectClock(event) { flags.insert(.clockSuspect) }
    if hasTwin(sightings) { flags.insert(.cloneSuspect) }
    if isAbove(last.location, book.location) { flags.insert(.coarseLocation) }
    if isContested(sightings, round, history) { flags.insert(.contested) }
    if last.location == nil { flags.insert(.locationUnverified) }
    let proof = Proof(log.deliveries[event].content)
    if proof == .none { flags.insert(.manualEntry) }
    if !history.changes.isEmpty { flags.insert(.movedDuringCount) }
    if book.status.isGone { flags.insert(.statusConflict) }
    if proof == .weak { flags.insert(.weakRead) }
    return flags
  }

  private func hasSuspectClock(_ event: Int) -> Bool {
    guard let recorded = log.deliveries[event].recordedAt else { return false }
    return DeviceClock.isSuspect(log.deliveries[event].occurredAt, recordedAt: recorded)
  }

  /// Whether only a location above the book location was named.
  private func isAbove(_ seen: Int32?, _ book: Int32?) -> Bool {
    guard let seen, let book, seen != book else { return false }
    return locations.isSameOrAncestor(seen, of: book)
  }

  /// Whether one picture shows the same payload and symbology at two places.
  private func hasTwin(_ sightings: ArraySlice<Sighting>) -> Bool {
    guard sightings.count > 1 else { return false }
    let readings = sightings.compactMap { log[Int($0.event)].scan.flatMap(Reading.init) }
    return Dictionary(grouping: readings, by: \.same).values.contains { $0.hasDisjointPair }
  }

  /// Whether two devices saw the asset in a round at places that can't both be right, with no move
  /// of it between.
  private func isContested(
    _ sightings: ArraySlice<Sighting>, _ round: Int, _ history: BookHistory
  ) -> Bool {
    guard sightings.count > 1 else { return false }
    let reports = sightings.compactMap { sighting -> PlaceReport? in
      guard sighting.round == round, let place = sighting.location else { return nil }
      let event = log[Int(sighting.event)]
      return PlaceReport(
        epoch: history.epoch(at: event.occurredAt), device: event.deviceID, place: place)
    }
    // Nearly always one place is named, and nothing needs to be compared.
    guard Set(reports.lazy.map(\.place)).count > 1 else { return false }
    return Dictionary(grouping: Set(reports), by: \.epoch).values.contains(where: disagree)
  }

  private func disagree(_ reports: [PlaceReport]) -> Bool {
    reports.indices.contains { first in
      reports[(first + 1)...].contains { other in
        let one = reports[first]
        return one.device != other.device
          && !locations.isSameOrAncestor(one.place, of: other.place)
          && !locations.isSameOrAncestor(other.place, of: one.place)
      }
    }
  }
}

/// What stands behind a scan.
private enum Proof {
  case none, weak, good

  init(_ content: ScanEvent.Content) {
    guard case .scan(let scan) = content, let evidence = scan.evidence else {
      self = .none
      return
    }
    self = evidence.weak == true ? .weak : .good
  }
}

/// Where a device says an asset was, between two moves of it.
private struct PlaceReport: Hashable {
  let epoch: Int
  let device: String
  /// The number of the location.
  let place: Int32
}

/// A symbol in a picture, as far as telling clones needs it.
private struct Reading {
  struct Same: Hashable {
    let image: String
    let code: String
    let symbology: String?
  }

  let same: Same
  let outline: Outline

  init?(_ scan: Scan) {
    guard let image = scan.evidence?.image, let outline = scan.evidence?.outline else { return nil }
    let code = ScannedCode(scan.code, rules: CodeRules()).canonical
    same = Same(image: image, code: code, symbology: scan.symbology)
    self.outline = outline
  }
}

extension [Reading] {
  fileprivate var hasDisjointPair: Bool {
    indices.contains { first in
      self[(first + 1)...].contains { $0.outline.isDisjoint(from: self[first].outline) }
    }
  }
}
