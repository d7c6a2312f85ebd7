/// Raises the flags of a line.
struct FlagRules {
  let events: [ScanEvent]
  let locations: LocationTree

  /// The flags of an asset, sorted by name.
  func flags(
    _ history: BookHistory, _ sightings: ArraySlice<Sighting>, last: Sighting?, round: Int
  ) -> [Flag] {
    guard let last else { return sightings.isEmpty ? [] : [.seenInPriorRound] }
    var flags = flagsOfDecisive(history, last)
    if !history.changes.isEmpty { flags.append(.movedDuringCount) }
    if hasTwin(sightings) { flags.append(.cloneSuspect) }
    if isContested(sightings.filter { $0.round == round }, history) { flags.append(.contested) }
    return flags.sorted { $0.rawValue.isBefore($1.rawValue) }
  }

  private func flagsOfDecisive(_ history: BookHistory, _ last: Sighting) -> [Flag] {
    let event = events[last.event]
    let book = history.entry(at: event.occurredAt)
    var flags: [Flag] = []
    if let seen = last.location {
      if let place = book.location, seen != place, locations.isSameOrAncestor(seen, of: place) {
        flags.append(.coarseLocation)
      }
    } else {
      flags.append(.locationUnverified)
    }
    if book.status.isGone { flags.append(.statusConflict) }
    let evidence = event.scan?.evidence
    if evidence == nil { flags.append(.manualEntry) }
    if evidence?.weak == true { flags.append(.weakRead) }
    if let recorded = event.recordedAt,
      DeviceClock.isSuspect(event.occurredAt, recordedAt: recorded)
    {
      flags.append(.clockSuspect)
    }
    return flags
  }

  /// Whether one picture shows the same payload and symbology at two places.
  private func hasTwin(_ sightings: ArraySlice<Sighting>) -> Bool {
    guard sightings.count > 1 else { return false }
    let readings = sightings.compactMap { events[$0.event].scan.flatMap(Reading.init) }
    return Dictionary(grouping: readings, by: \.same).values.contains { $0.hasDisjointPair }
  }

  /// Whether two devices saw the asset at places that can't both be right, with no move of it
  /// between.
  private func isContested(_ sightings: [Sighting], _ history: BookHistory) -> Bool {
    // Nearly always one place is named, and nothing needs to be compared.
    guard Set(sightings.lazy.compactMap(\.location)).count > 1 else { return false }
    let reports = sightings.compactMap { sighting -> PlaceReport? in
      guard let place = sighting.location else { return nil }
      let event = events[sighting.event]
      return PlaceReport(
        epoch: history.epoch(at: event.occurredAt), device: event.deviceID, place: place)
    }
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

/// Where a device says an asset was, between two moves of it.
private struct PlaceReport: Hashable {
  let epoch: Int
  let device: String
  let place: String
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
