/// A symbol's outline as a convex polygon, in pixels.
package struct Outline: Sendable, Equatable {
  private struct Point: Equatable {
    let x, y: Double
  }

  private let corners: [Point]

  /// Nil without a corner, or where a corner isn't a pair of numbers.
  init?(_ polygon: [[Double]]) {
    guard !polygon.isEmpty, polygon.allSatisfy({ $0.count == 2 }) else { return nil }
    corners = polygon.map { Point(x: $0[0], y: $0[1]) }
  }

  /// Whether the outlines have no point in common.
  ///
  /// Two convex polygons are disjoint where the direction across one of their edges separates
  /// them (separating axis theorem). The axes of the picture are tried too, for outlines without
  /// an extent.
  func isDisjoint(from other: Outline) -> Bool {
    let axes = [Point(x: 1, y: 0), Point(x: 0, y: 1)] + normals + other.normals
    return axes.contains { axis in
      let (mine, theirs) = (extent(along: axis), other.extent(along: axis))
      return mine.upperBound < theirs.lowerBound || theirs.upperBound < mine.lowerBound
    }
  }

  /// The directions across the edges.
  private var normals: [Point] {
    corners.indices.map { index in
      let (from, to) = (corners[index], corners[(index + 1) % corners.count])
      return Point(x: to.y - from.y, y: from.x - to.x)
    }
  }

  private func extent(along axis: Point) -> ClosedRange<Double> {
    let places = corners.map { $0.x * axis.x + $0.y * axis.y }
    return (places.min() ?? 0)...(places.max() ?? 0)
  }
}

extension Evidence {
  /// The outline, where there is one.
  package var outline: Outline? { polygon.flatMap { Outline($0.corners) } }
}
