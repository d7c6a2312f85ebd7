/// A scan that was resolved to one asset.
struct Sighting {
  /// The asset's place among the facts' assets.
  let asset: Int32
  /// The event's place among the deliveries.
  let event: Int32
  /// The round that the scan counts for.
  let round: Int
  /// The number of the location where it was made; nil where nothing says so.
  let location: Int32?
}

/// Sightings by asset, each asset's in the order of events.
struct Sightings {
  private let sorted: [Sighting]
  private let starts: [Int32]

  /// Groups sightings, given in the order of events, by counting: linear in assets and sightings.
  init(_ sightings: [Sighting], assetCount: Int) {
    var starts = [Int32](repeating: 0, count: assetCount + 1)
    for sighting in sightings { starts[Int(sighting.asset) + 1] += 1 }
    for asset in 0..<assetCount { starts[asset + 1] += starts[asset] }
    var next = starts
    var order = [Int32](repeating: 0, count: sightings.count)
    for index in sightings.indices {
      let asset = Int(sightings[index].asset)
      order[Int(next[asset])] = Int32(index)
      next[asset] += 1
    }
    sorted = order.map { sightings[Int($0)] }
    self.starts = starts
  }

  subscript(asset: Int) -> ArraySlice<Sighting> {
    sorted[Int(starts[asset])..<Int(starts[asset + 1])]
  }
}
