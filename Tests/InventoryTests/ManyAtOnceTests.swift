import Inventory
import TestSupport
import Testing

/// Stocktakes that are large enough to be spread over the cores.
struct ManyAtOnceTests {
  @Test func `stocktakes that share nothing come to the same when they are taken as one`() {
    let policy = StocktakePolicy(coverage: .explicit, leavesOutAssigned: false)
    // With one location in scope a scan without a place is made there, which several can't have.
    let each = (1...18_000).lazy.map { RandomStocktake(seed: $0).facts }
      .filter { $0.policy == policy && Set($0.scope).count == 2 }.enumerated()
      .map { index, facts in facts.named("s\(index)-") }
    let one = each.dropFirst().reduce(into: each[0]) { $0.add($1) }.located(each.count)
    #expect(one.events.count > 5000 && one.assets.count > 5000)

    let result = Reconciler.reconcile(one)
    let results = each.map(Reconciler.reconcile)
    #expect(
      result.lines.elementsEqual(results.flatMap(\.lines).sorted { $0.asset.isBefore($1.asset) }))
    #expect(
      result.dispositions.byEvent
        == results.reduce(into: [:]) { $0.merge($1.dispositions.byEvent) { one, _ in one } })
    #expect(Set(result.unknown.map(\.code)) == Set(results.flatMap(\.unknown).map(\.code)))
    #expect(Set(result.ambiguous.map(\.code)) == Set(results.flatMap(\.ambiguous).map(\.code)))
  }
}

extension StocktakeFacts {
  /// The same under names of its own.
  fileprivate func named(_ prefix: String) -> StocktakeFacts {
    StocktakeFacts(
      scope: scope.map { prefix + $0 },
      locations: Self.tree([prefix]), policy: policy,
      assets: assets.map { asset in
        Asset(
          id: prefix + asset.id, location: asset.location.map { prefix + $0 },
          status: asset.status,
          codes: asset.codes.map { AssetCode(prefix + $0.text, kind: $0.kind) }[...])
      },
      moves: moves.map {
        Move(
          asset: prefix + $0.asset, at: $0.at, location: $0.location.map { prefix + $0 },
          status: $0.status)
      }, rounds: rounds.mapValues { Set($0.map { prefix + $0 }) },
      events: events.map { $0.named(prefix) })
  }

  fileprivate mutating func add(_ other: StocktakeFacts) {
    scope += other.scope
    assets += other.assets
    moves += other.moves
    events += other.events
    rounds.merge(other.rounds) { $0.union($1) }
  }

  /// With the places of the first stocktakes of a number.
  fileprivate func located(_ count: Int) -> StocktakeFacts {
    var facts = self
    facts.locations = Self.tree((0..<count).map { "s\($0)-" })
    return facts
  }

  private static func tree(_ prefixes: [String]) -> LocationTree {
    LocationTree(
      parents: Dictionary(
        uniqueKeysWithValues: prefixes.flatMap { prefix in
          RandomStocktake.places.compactMap { place in
            RandomStocktake.tree.parent(of: place).map { (prefix + place, prefix + $0) }
          }
        }))
  }
}

extension ScanEvent {
  fileprivate func named(_ prefix: String) -> ScanEvent {
    let content: Content =
      switch content {
      case .location(let place): .location(place.map { prefix + $0 })
      case .done(let place): .done(place.map { prefix + $0 })
      case .void(let target): .void(prefix + target)
      case .scan(let scan):
        .scan(
          Scan(
            code: prefix + scan.code, location: scan.location.map { prefix + $0 },
            evidence: scan.evidence))
      }
    return ScanEvent(
      clientEventID: prefix + clientEventID, deviceID: prefix + deviceID, deviceSeq: deviceSeq,
      occurredAt: occurredAt, round: round, counter: counter, content: content)
  }
}
