import Inventory
import Ledger

/// What the search page shows: what a code led to, or the ledger at a glance.
struct SearchView: Sendable {
  let result: SearchResult?
  let overview: Overview?

  init(_ result: SearchResult) { (self.result, overview) = (result, nil) }

  init(overview: Overview) { (result, self.overview) = (nil, overview) }
}

/// What a code leads to, as it is read from the ledger.
struct SearchSource: Sendable {
  let lookup: Lookup
  /// Where there is exactly one.
  let asset: AssetView.Source?
  let location: LocationContents?
  /// Where the code leads to nothing: what its words describe.
  let hits: AssetSearch?

  init(_ code: String, _ store: LedgerStore) throws {
    let lookup = try store.lookup(code)
    self.lookup = lookup
    asset = lookup.match == .one ? try AssetView.Source(lookup.results[0], store) : nil
    location = try lookup.location.map { try store.contents(ofLocation: $0) }
    let isStranger = lookup.unknown != nil || lookup.part != nil
    hits = isStranger ? try store.searchAssets(code) : nil
  }
}

/// What a code leads to, as a page shows it.
struct SearchResult: Sendable {
  let one: AssetView?
  let many: ManyAssets?
  let room: LocationView?
  let stranger: Stranger?

  /// Assets that share a code.
  struct ManyAssets: Sendable {
    let count: Int
    let list: AssetList
  }

  /// As many rows as a page shows.
  private static let limit = 200

  init(_ source: SearchSource) {
    one = source.asset.map(AssetView.init)
    let assets = source.lookup.results
    many =
      assets.count > 1
      ? ManyAssets(
        count: assets.count,
        list: AssetList(
          assets.prefix(Self.limit),
          cut: assets.count > Self.limit ? "The first \(Self.limit) are shown." : nil))
      : nil
    room = source.location.map(LocationView.init)
    stranger = source.hits.flatMap { Stranger(source.lookup, $0) }
  }
}
