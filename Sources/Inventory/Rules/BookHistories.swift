/// The books of every asset over the time of a stocktake.
struct BookHistories {
  private var openings: [BookHistory.Entry] = []
  /// By the place of the asset, oldest first; most have none.
  private var changes: [Int: [(at: Int, entry: BookHistory.Entry)]] = [:]

  init(_ facts: StocktakeFacts, _ locations: inout LocationIndex) {
    openings.reserveCapacity(facts.assets.count)
    for asset in facts.assets {
      openings.append(
        BookHistory.Entry(
          location: asset.location.map { locations.number($0) }, status: asset.status))
    }
    let moves = Dictionary(grouping: facts.moves, by: \.asset)
    guard !moves.isEmpty else { return }
    for (place, asset) in facts.assets.enumerated() {
      guard let moves = moves[asset.id] else { continue }
      changes[place] = Self.changes(from: openings[place], by: moves, &locations)
    }
  }

  private static func changes(
    from opening: BookHistory.Entry, by moves: [Move], _ locations: inout LocationIndex
  ) -> [(at: Int, entry: BookHistory.Entry)] {
    var entry = opening
    // `sorted` is stable: moves of equal times keep their order.
    return moves.sorted { $0.at < $1.at }.map { move in
      entry = BookHistory.Entry(
        location: move.location.map { locations.number($0) } ?? entry.location,
        status: move.status ?? entry.status)
      return (move.at, entry)
    }
  }

  subscript(asset: Int) -> BookHistory {
    BookHistory(
      atOpening: openings[asset], changes: changes.isEmpty ? [] : changes[asset] ?? [])
  }
}
