import Scanning

/// An upright rectangle of pixels.
struct PixelRectangle: Equatable {
  var x: Int
  var y: Int
  let width: Int
  let height: Int

  init(x: Int, y: Int, width: Int, height: Int) {
    (self.x, self.y, self.width, self.height) = (x, y, width, height)
  }

  /// The one that holds some points and a margin around them.
  init(around points: [PixelPoint], margin: Int) {
    let (columns, rows) = (points.map(\.x), points.map(\.y))
    x = (columns.min() ?? 0) - margin
    y = (rows.min() ?? 0) - margin
    width = (columns.max() ?? 0) + margin - x + 1
    height = (rows.max() ?? 0) + margin - y + 1
  }

  /// Pixels that also lie in another.
  func area(sharedWith other: PixelRectangle) -> Int {
    let columns = min(x + width, other.x + other.width) - max(x, other.x)
    let rows = min(y + height, other.y + other.height) - max(y, other.y)
    return max(columns, 0) * max(rows, 0)
  }
}
