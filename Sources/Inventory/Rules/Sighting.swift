/// A scan that was resolved to one asset.
struct Sighting {
  /// Index into the facts' assets.
  let asset: Int
  /// Index into the log's events.
  let event: Int
  /// The round that the scan counts for.
  let round: Int
  /// Where it was made; nil where nothing says so.
  let location: String?
}

/// Sightings by asset, each asset's in the order of events.
struct Sightings {
  private let sorted: [Sighting]
  private let starts: [Int]

  /// Groups sightings, given in the order of events, by counting: linear in assets and sightings.
  init(_ sightings: [Sighting], assetCount: Int) {
    var starts = Array(repeating: 0, count: assetCount + 1)
    for sighting in sightings { starts[sighting.asset + 1] += 1 }
    for asset in 0..<assetCount { starts[asset + 1] += starts[asset] }
    var next = starts
    var order = Array(repeating: 0, count: sightings.count)
    for (index, sighting) in sightings.enumerated() {
      order[next[sighting.asset]] = index
      next[sighting.asset] += 1
    }
    sorted = order.map { sightings[$0] }
    self.starts = starts
  }

  subscript(asset: Int) -> ArraySlice<Sighting> { sorted[starts[asset]..<starts[asset + 1]] }
}
