import Inventory
import Ledger

/// The ledger at a glance.
struct Overview: Sendable {
  let tiles: [Tile]
  let open: [OpenStocktake]
  let hasOpen: Bool
  /// The newest that was closed, where none is open.
  let latest: LatestStocktake?

  /// A large figure.
  struct Tile: Sendable {
    let figure: String
    let words: String
    /// The class that colours it.
    let tone: String
    let target: String?

    init(_ count: Int, _ noun: String, tone: String, target: String? = nil) {
      (figure, words) = (Overview.grouped(count), count == 1 ? noun : noun + "s")
      (self.tone, self.target) = (tone, target)
    }
  }

  /// A stocktake that was closed.
  struct LatestStocktake: Sendable {
    let link: PageLink
    let scope: String
    let state: StateChip
    let closed: PageTime
  }

  /// A stocktake that takes scans.
  struct OpenStocktake: Sendable {
    let link: PageLink
    let scope: String
    let since: PageTime
    let opener: String
  }

  init(_ info: LedgerInfo, _ stocktakes: [Stocktake]) {
    tiles = [
      Tile(info.assets, "asset", tone: "good"),
      Tile(info.locations, "location", tone: "busy", target: "/locations"),
      Tile(info.stocktakes, "stocktake", tone: "new", target: "/stocktakes"),
      Tile(info.scanEvents, "scan event", tone: "pending"),
    ]
    open = stocktakes.filter { $0.state.takesEvents }.reversed().map { stocktake in
      OpenStocktake(
        link: stocktake.link, scope: stocktake.shortScope, since: PageTime(stocktake.openedAt),
        opener: stocktake.openedBy)
    }
    hasOpen = !open.isEmpty
    latest = open.isEmpty ? stocktakes.last.flatMap(LatestStocktake.init) : nil
  }

  /// `12,345`.
  fileprivate static func grouped(_ number: Int) -> String {
    var text = ""
    for (index, digit) in String(number).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text = "," + text }
      text = String(digit) + text
    }
    return text
  }
}

extension Overview.LatestStocktake {
  /// Nil for one that is not closed.
  fileprivate init?(_ stocktake: Stocktake) {
    guard let closedAt = stocktake.closedAt else { return nil }
    self.init(
      link: stocktake.link, scope: stocktake.shortScope, state: StateChip(stocktake.state),
      closed: PageTime(closedAt))
  }
}
