import Ledger

/// All that a page shows of a location.
struct LocationView: Sendable {
  let code: String
  let title: String
  let sort: String
  /// What it lies in, the outermost first.
  let above: [PageLink]
  let parts: [LocationRow]
  let hasParts: Bool
  let booked: AssetList
  let bookedCount: Int
  let hasBooked: Bool

  init(_ contents: LocationContents) {
    let location = contents.location
    code = location.code
    title = location.name.isEmpty ? location.code : location.name.shortened(to: 160)
    sort = location.kind.rawValue.replacing("_", with: " ")
    above = contents.ancestors.map { .location($0.code, words: $0.name) }
    parts = contents.parts.map { LocationRow($0, isPart: true) }
    hasParts = !contents.parts.isEmpty
    (bookedCount, hasBooked) = (contents.assetCount, contents.assetCount > 0)
    booked = AssetList(
      contents.assets, withPlaces: false,
      cut: contents.assets.count < contents.assetCount
        ? "The first \(contents.assets.count) are shown." : nil)
  }
}

/// A location in a list.
struct LocationRow: Sendable {
  let link: PageLink
  /// Where its code doesn't say it already.
  let label: String?
  /// `depth-0` to `depth-6`: how far it is set in.
  let depthClass: String
  let within: Int
  let here: Int

  init(_ count: LocationCount, isPart: Bool = false) {
    let location = count.location
    link = .location(location.code)
    // A location that was made by an import is named after the end of its code.
    label =
      "/\(location.code)".hasSuffix("/\(location.name)")
      ? nil : location.name.shortened(to: 80).nilIfEmpty
    depthClass = "depth-\(isPart ? 0 : min(count.depth, 6))"
    (within, here) = (count.within, count.here)
  }
}

/// All locations.
struct LocationTreeView: Sendable {
  let rows: [LocationRow]
  let isEmpty: Bool
  let total: Int
  let cut: String?

  private static let limit = 1000

  init(_ tree: [LocationCount]) {
    rows = tree.prefix(Self.limit).map { LocationRow($0) }
    (isEmpty, total) = (tree.isEmpty, tree.count)
    cut = tree.count > Self.limit ? "The first \(Self.limit) are shown." : nil
  }
}
