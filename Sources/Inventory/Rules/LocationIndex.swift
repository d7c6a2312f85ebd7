/// The locations of a stocktake by number, so that a rule that is asked a million times compares
/// numbers, not texts.
struct LocationIndex {
  private let tree: LocationTree
  private let scope: Set<String>
  private var numbers: [String: Int32] = [:]
  private(set) var names: [String] = []
  private var parents: [Int32?] = []
  /// Whether a location is to be counted, by number: it, or one above it, is in the scope.
  private(set) var isInScope: [Bool] = []

  init(_ facts: StocktakeFacts) {
    tree = facts.locations
    scope = Set(facts.scope)
  }

  /// The number of a location, which is given when it is first asked for.
  mutating func number(_ name: String) -> Int32 {
    if let known = numbers[name] { return known }
    // From the top down, however deep the tree is.
    let above = tree.lineage(of: name).prefix { numbers[$0] == nil }
    for name in Array(above).reversed() { add(name) }
    return numbers[name] ?? 0
  }

  /// Gives a number to a location whose parent has one.
  private mutating func add(_ name: String) {
    let parent = tree.parent(of: name).flatMap { numbers[$0] }
    let next = Int32(names.count)
    numbers[name] = next
    names.append(name)
    parents.append(parent)
    isInScope.append(scope.contains(name) || parent.map { isInScope[Int($0)] } ?? false)
  }

  /// The location itself, its parent, and so on up to the root.
  func lineage(of location: Int32) -> some Sequence<Int32> {
    sequence(first: location) { parents[Int($0)] }
  }

  /// Whether a location is another one or lies above it.
  func isSameOrAncestor(_ location: Int32, of other: Int32) -> Bool {
    location == other || lineage(of: other).contains(location)
  }
}
