/// Which locations were counted completely, a round.
package struct Coverage: Sendable, Equatable {
  private struct Key: Hashable {
    let round: Int
    let location: String
  }

  private let locations: LocationTree
  private var saidDone: [Key: String] = [:]
  private var scannedIn: [Key: String] = [:]
  private var rounds: Set<Int> = []

  init(locations: LocationTree) { self.locations = locations }

  /// A **done** event covers the location and all that lies in it.
  mutating func addDone(_ event: ScanEvent, at location: String) {
    rounds.insert(event.round)
    saidDone[Key(round: event.round, location: location)] = event.clientEventID
  }

  /// A scan of a known asset covers just the place where it was made.
  mutating func addScan(_ event: ScanEvent, at location: String) {
    rounds.insert(event.round)
    scannedIn[Key(round: event.round, location: location)] = event.clientEventID
  }

  /// Whether a location was counted completely in any round.
  package func isCovered(_ location: String) -> Bool {
    rounds.contains { event(covering: location, in: $0) != nil }
  }

  /// The event by which a location was covered in a round; nil where nobody looked.
  package func event(covering location: String?, in round: Int) -> String? {
    guard let location else { return nil }
    for place in locations.lineage(of: location) {
      if let event = saidDone[Key(round: round, location: place)] { return event }
    }
    return scannedIn[Key(round: round, location: location)]
  }
}
