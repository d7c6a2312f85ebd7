/// The upright rectangle around some points.
struct PixelBounds {
  let x: ClosedRange<Int>
  let y: ClosedRange<Int>

  init(_ points: [PixelPoint]) {
    let (columns, rows) = (points.map(\.x), points.map(\.y))
    x = (columns.min() ?? 0)...(columns.max() ?? 0)
    y = (rows.min() ?? 0)...(rows.max() ?? 0)
  }

  /// Pixels inside, with the border.
  var area: Int { x.count * y.count }

  /// Pixels that also lie inside another.
  func area(sharedWith other: PixelBounds) -> Int {
    guard x.overlaps(other.x), y.overlaps(other.y) else { return 0 }
    return x.clamped(to: other.x).count * y.clamped(to: other.y).count
  }
}
