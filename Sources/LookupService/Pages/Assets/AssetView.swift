import Ledger

/// All that a page shows of an asset.
struct AssetView: Sendable {
  let tag: String
  let href: String
  let heading: String
  let status: StatusChip
  /// Where it is booked, the outermost location first.
  let path: [PageLink]
  let hasPath: Bool
  let facts: [Fact]
  let hasFacts: Bool
  let events: [HistoryItem]
  let hasOlder: Bool

  /// One thing that the books say.
  struct Fact: Sendable {
    let label: String
    let value: String
    let isCode: Bool
  }

  /// An asset with what belongs to it, as it is read from the ledger.
  struct Source: Sendable {
    let details: AssetDetails
    let path: [Location]
    let history: AssetHistory
    let lines: [AssetStory.Line]

    init(_ details: AssetDetails, _ store: LedgerStore) throws {
      self.details = details
      path = try details.location.map { try store.path(ofLocation: $0) } ?? []
      history = try store.history(of: details)
      lines = Array(try store.story(of: details, sightings: 0).lines.suffix(100))
    }
  }

  init(_ source: Source) {
    let details = source.details
    tag = details.tag
    href = PageLink.asset(details.tag).href
    heading = details.name.isEmpty ? "No name" : details.name.shortened(to: Self.headingLimit)
    status = StatusChip(details.status)
    path = source.path.map { .location($0.code, words: $0.name) }
    hasPath = !path.isEmpty
    facts = Self.facts(details)
    hasFacts = !facts.isEmpty
    events = HistoryItem.all(source.history, source.lines)
    hasOlder = source.history.hasOlder
  }

  private static let headingLimit = 160

  private static func facts(_ details: AssetDetails) -> [Fact] {
    let texts = [
      ("full name", details.name.count > headingLimit ? details.name : ""),
      ("custodian", details.custodian), ("category", details.category), ("make", details.make),
      ("model", details.model), ("condition", details.condition ?? ""),
      ("due back", details.due ?? ""),
    ].map { Fact(label: $0.0, value: $0.1, isCode: false) }
    let codes = [("serial", details.serial)] + details.codes.map { ("also read as", $0) }
    let own = (details.fields ?? [:]).sorted { $0.key < $1.key }
      .map { Fact(label: $0.key, value: $0.value, isCode: false) }
    let all = texts + own + codes.map { Fact(label: $0.0, value: $0.1, isCode: true) }
    return all.filter { !$0.value.isEmpty }
  }
}
