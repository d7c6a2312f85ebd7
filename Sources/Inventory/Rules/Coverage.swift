/// Which locations were counted completely, a round.
///
/// Locations are named by their numbers, events by their places.
struct Coverage {
  private struct Key: Hashable {
    let round: Int
    let location: Int32
  }

  private var saidDone: [Key: Int32] = [:]
  private var scannedIn: [Key: Int32] = [:]

  /// A **done** event covers the location and all that lies in it.
  mutating func addDone(_ event: Int32, round: Int, at location: Int32) {
    saidDone[Key(round: round, location: location)] = event
  }

  /// A scan of a known asset covers just the place where it was made.
  mutating func addScan(_ event: Int32, round: Int, at location: Int32) {
    scannedIn[Key(round: round, location: location)] = event
  }

  /// The event by which a location was covered in a round; nil where nobody looked.
  func event(covering location: Int32?, in round: Int, _ index: LocationIndex) -> Int32? {
    guard let location else { return nil }
    if !saidDone.isEmpty {
      for place in index.lineage(of: location) {
        if let event = saidDone[Key(round: round, location: place)] { return event }
      }
    }
    return scannedIn.isEmpty ? nil : scannedIn[Key(round: round, location: location)]
  }

  /// What was covered in any round.
  func locations(_ index: LocationIndex, in tree: LocationTree) -> CoveredLocations {
    CoveredLocations(
      tree: tree, saidDone: Set(saidDone.keys.lazy.map { index.names[Int($0.location)] }),
      scannedIn: Set(scannedIn.keys.lazy.map { index.names[Int($0.location)] }))
  }
}

/// Which locations were counted completely, in whatever round.
package struct CoveredLocations: Sendable, Equatable {
  let tree: LocationTree
  let saidDone: Set<String>
  let scannedIn: Set<String>

  package func contains(_ location: String) -> Bool {
    scannedIn.contains(location) || tree.lineage(of: location).contains(where: saidDone.contains)
  }
}
