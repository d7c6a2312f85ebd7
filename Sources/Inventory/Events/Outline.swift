/// The smallest upright rectangle around a symbol's outline, in pixels.
package struct Outline: Sendable, Equatable {
  let minX, minY, maxX, maxY: Double

  /// Nil without a corner, or where a corner isn't a pair of numbers.
  init?(_ polygon: [[Double]]) {
    guard let first = polygon.first, polygon.allSatisfy({ $0.count == 2 }), first.count == 2 else {
      return nil
    }
    var box = (minX: first[0], minY: first[1], maxX: first[0], maxY: first[1])
    for corner in polygon.dropFirst() {
      box = (
        min(box.minX, corner[0]), min(box.minY, corner[1]),
        max(box.maxX, corner[0]), max(box.maxY, corner[1])
      )
    }
    (minX, minY, maxX, maxY) = box
  }

  func isDisjoint(from other: Outline) -> Bool {
    maxX < other.minX || other.maxX < minX || maxY < other.minY || other.maxY < minY
  }
}

extension Evidence {
  /// The rectangle around the outline, where there is one.
  package var outline: Outline? { polygon.flatMap(Outline.init) }
}
