/// Edges of bars along a profile, as a reader crosses them, from near to far or back.
struct BarEdges {
  /// Ascending positions; from far to near, distances from the far end.
  let positions: UnsafeBufferPointer<Float>
  /// Whether the first edge leads into a bar.
  let beginsWithBar: Bool

  /// How many there are.
  var count: Int { positions.count }

  /// From an edge to the one that lies some further on.
  func width(_ edge: Int, _ elements: Int) -> Float {
    positions[edge + elements] - positions[edge]
  }

  /// The edges that lead into a bar.
  var bars: StrideTo<Int> { stride(from: beginsWithBar ? 0 : 1, to: count, by: 2) }

  /// Light before an edge; beyond the ends of the profile there may be any.
  func quiet(before edge: Int) -> Float { edge == 0 ? .infinity : width(edge - 1, 1) }

  /// Light behind an edge.
  func quiet(after edge: Int) -> Float { edge + 1 >= count ? .infinity : width(edge, 1) }
}
