import Inventory
import Storage

/// A location in the tree, and how many assets the books have there.
package struct LocationCount: Sendable, Equatable {
  package let location: Location
  /// 0 for a root.
  package let depth: Int
  /// Right here.
  package let here: Int
  /// Here and in all that lies in it.
  package let within: Int
}

extension LedgerStore {
  /// The tree of locations: each before what lies in it, else by code.
  package func locationOverview() throws -> [LocationCount] {
    try database.read { try LocationOverview($0).tree }
  }
}

/// All locations with their counts, read in one transaction.
struct LocationOverview {
  private struct Node {
    let location: Location
    let parent: ObjectID?
    let here: Int
  }

  private var nodes: [ObjectID: Node] = [:]
  /// By parent; the roots under nil.
  private var children: [ObjectID?: [ObjectID]] = [:]
  private var within: [ObjectID: Int] = [:]

  init(_ connection: Connection) throws {
    var counts: [ObjectID: Int] = [:]
    try connection.forEach(
      """
      SELECT location_id, COUNT(*) FROM assets WHERE location_id IS NOT NULL GROUP BY location_id
      """
    ) { counts[ObjectID(bytes: try $0.blob(0))] = try $0.int(1) }
    try connection.forEach(
      """
      SELECT l.number, l.code, l.name, l.kind, p.code, l.is_active, p.id, l.id
      FROM locations l LEFT JOIN locations p ON p.id = l.parent_id ORDER BY l.code
      """
    ) { row in
      let id = ObjectID(bytes: try row.blob(7))
      let parent = try row.optionalBlob(6).map(ObjectID.init(bytes:))
      nodes[id] = Node(
        location: try LocationTable.location(row), parent: parent, here: counts[id] ?? 0)
      children[parent, default: []].append(id)
    }
    within = Self.within(nodes)
  }

  /// Each location's own assets, counted in all that it lies in.
  private static func within(_ nodes: [ObjectID: Node]) -> [ObjectID: Int] {
    var within: [ObjectID: Int] = [:]
    for (id, node) in nodes where node.here > 0 {
      for above in lineage(of: id, in: nodes) { within[above, default: 0] += node.here }
    }
    return within
  }

  /// Each before what lies in it, else by code.
  var tree: [LocationCount] {
    var tree: [LocationCount] = []
    var stack = (children[nil] ?? []).reversed().map { (id: $0, depth: 0) }
    while let (id, depth) = stack.popLast() {
      tree += [count(of: id, depth: depth)].compactMap(\.self)
      stack += (children[id] ?? []).reversed().map { ($0, depth + 1) }
    }
    return tree
  }

  func count(of id: ObjectID) -> LocationCount? {
    count(of: id, depth: Self.lineage(of: id, in: nodes).reduce(-1) { depth, _ in depth + 1 })
  }

  /// What lies directly in a location, by code.
  func parts(of id: ObjectID) -> [LocationCount] { (children[id] ?? []).compactMap(count) }

  /// What a location lies in, the root first.
  func ancestors(of id: ObjectID) -> [Location] {
    Self.lineage(of: id, in: nodes).dropFirst().compactMap { nodes[$0]?.location }.reversed()
  }

  private func count(of id: ObjectID, depth: Int) -> LocationCount? {
    nodes[id].map { node in
      LocationCount(
        location: node.location, depth: depth, here: node.here, within: within[id] ?? 0)
    }
  }

  /// The location itself, its parent, and so on up to the root.
  ///
  /// Apart from this value: a sequence that held it would have it copied at each change.
  private static func lineage(
    of id: ObjectID, in nodes: [ObjectID: Node]
  ) -> some Sequence<ObjectID> {
    sequence(first: id) { nodes[$0]?.parent }
  }
}
