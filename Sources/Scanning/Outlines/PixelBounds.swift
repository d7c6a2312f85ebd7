/// The upright rectangle around some points.
struct PixelBounds {
  let x: ClosedRange<Int>
  let y: ClosedRange<Int>

  init(_ points: [PixelPoint]) {
    let (columns, rows) = (points.map(\.x), points.map(\.y))
    x = (columns.min() ?? 0)...(columns.max() ?? 0)
    y = (rows.min() ?? 0)...(rows.max() ?? 0)
  }

  /// Whether two can't be around two symbols: they share a third of the smaller one.
  func meets(_ other: PixelBounds) -> Bool {
    3 * area(sharedWith: other) >= min(area, other.area)
  }

  /// Whether two share a pixel.
  func overlaps(_ other: PixelBounds) -> Bool {
    x.overlaps(other.x) && y.overlaps(other.y)
  }

  /// Whether there are no more than some pixels between the two, along either axis.
  func lies(within distance: Int, of other: PixelBounds) -> Bool {
    x.lowerBound - distance <= other.x.upperBound && other.x.lowerBound - distance <= x.upperBound
      && y.lowerBound - distance <= other.y.upperBound
      && other.y.lowerBound - distance <= y.upperBound
  }

  /// Pixels inside, with the border.
  private var area: Int { x.count * y.count }

  /// Pixels that also lie inside another.
  private func area(sharedWith other: PixelBounds) -> Int {
    guard x.overlaps(other.x), y.overlaps(other.y) else { return 0 }
    return x.clamped(to: other.x).count * y.clamped(to: other.y).count
  }
}
