/// Which location lies in which.
package struct LocationTree: Sendable, Equatable {
  private let parents: [String: String]

  /// A tree of child → parent; locations without an entry are roots.
  ///
  /// There must be no cycle.
  package init(parents: [String: String] = [:]) { self.parents = parents }

  /// The location that a location lies in; nil for a root.
  package func parent(of location: String) -> String? { parents[location] }

  /// The location itself, its parent, and so on up to the root.
  package func lineage(of location: String) -> some Sequence<String> {
    sequence(first: location) { parents[$0] }
  }

  /// Whether a location is another one or lies above it.
  package func isSameOrAncestor(_ location: String, of other: String) -> Bool {
    lineage(of: other).contains(location)
  }
}
