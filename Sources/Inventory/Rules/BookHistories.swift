/// The books of every asset over the time of a stocktake.
struct BookHistories {
  private let moves: [String: [Move]]
  private let assets: [Asset]

  init(_ facts: StocktakeFacts) {
    assets = facts.assets
    // `sorted` is stable: moves of equal times keep their order.
    moves = Dictionary(grouping: facts.moves, by: \.asset)
      .mapValues { $0.sorted { $0.at < $1.at } }
  }

  subscript(asset: Int) -> BookHistory {
    BookHistory(assets[asset], moves: moves[assets[asset].id] ?? [])
  }
}
