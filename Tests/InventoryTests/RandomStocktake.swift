import Inventory
import TestSupport

/// A random stocktake that is small enough for its parts to meet: a few places in a small tree, a
/// few assets, and events of every kind that name each other.
struct RandomStocktake {
  var facts: StocktakeFacts
  private var random: RandomSource

  static let tree = LocationTree(parents: ["H/1": "H", "H/2": "H", "H/1/a": "H/1", "H/1/b": "H/1"])
  static let places = ["H", "H/1", "H/2", "H/1/a", "H/1/b", "X"]

  init(seed: UInt64, rounds: Bool = true) {
    random = RandomSource(seed: seed)
    facts = StocktakeFacts(scope: ["H/1"], locations: Self.tree, assets: [])
    facts.scope = [Self.places.randomElement(using: &random)!]
    if Bool.random(using: &random) { facts.scope.append("H/2") }
    facts.policy = StocktakePolicy(
      coverage: Bool.random(using: &random) ? .explicit : .implicit,
      leavesOutAssigned: Bool.random(using: &random))
    facts.assets = (0..<Int.random(in: 1...5, using: &random)).map { asset($0) }
    facts.moves = (0..<Int.random(in: 0...3, using: &random)).map { _ in move() }
    if rounds { facts.rounds = [2: someAssets(), 3: someAssets()] }
    facts.events = (0..<Int.random(in: 0...18, using: &random)).map { event($0, rounds: rounds) }
  }

  private mutating func asset(_ index: Int) -> Asset {
    Asset(
      id: "a\(index)", location: place(),
      status: AssetStatus.allCases.randomElement(using: &random)!,
      // One code in four belongs to a second asset too.
      codes: Int.random(in: 0..<4, using: &random) == 0
        ? [AssetCode("c\(index)"), AssetCode("c0")] : [AssetCode("c\(index)")])
  }

  private mutating func move() -> Move {
    Move(
      asset: "a\(Int.random(in: 0..<5, using: &random))",
      at: Int.random(in: 0...20, using: &random),
      location: Bool.random(using: &random) ? place() : nil,
      status: Bool.random(using: &random)
        ? AssetStatus.allCases.randomElement(using: &random)! : nil)
  }

  private mutating func someAssets() -> Set<String> {
    Set(facts.assets.map(\.id).filter { _ in Bool.random(using: &random) })
  }

  private mutating func place() -> String { Self.places.randomElement(using: &random)! }

  private mutating func event(_ index: Int, rounds: Bool) -> ScanEvent {
    let content: ScanEvent.Content =
      switch Int.random(in: 0..<10, using: &random) {
      case 0: .location(place())
      case 1, 2: .done(place())
      case 3: .void("e\(Int.random(in: 0..<20, using: &random))")
      default: .scan(scan())
      }
    return ScanEvent(
      clientEventID: "e\(index)", deviceID: "d\(Int.random(in: 1...2, using: &random))",
      deviceSeq: Int.random(in: 1...12, using: &random),
      occurredAt: Int.random(in: 0...20, using: &random),
      round: rounds ? Int.random(in: 1...3, using: &random) : 1, content: content)
  }

  mutating func scan(of code: String? = nil) -> Scan {
    Scan(
      code: code ?? "c\(Int.random(in: 0..<7, using: &random))",
      location: Bool.random(using: &random) ? place() : nil,
      evidence: Bool.random(using: &random)
        ? Evidence(
          image: "i", polygon: [[0, 0], [1, 1]], quality: 1, weak: Bool.random(using: &random))
        : nil)
  }
}
