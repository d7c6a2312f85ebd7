/// A rectangle on the grid of dots.
struct DotRect: Sendable, Equatable {
  var x: Int
  var y: Int
  var width: Int
  var height: Int

  var right: Int { x + width }
  var bottom: Int { y + height }
  var isEmpty: Bool { width <= 0 || height <= 0 }

  func contains(_ other: DotRect) -> Bool {
    other.x >= x && other.y >= y && other.right <= right && other.bottom <= bottom
  }

  func intersects(_ other: DotRect) -> Bool {
    !isEmpty && !other.isEmpty && x < other.right && other.x < right && y < other.bottom
      && other.y < bottom
  }

  /// The rectangle around both; an empty one adds nothing.
  func union(_ other: DotRect) -> DotRect {
    if other.isEmpty { return self }
    if isEmpty { return other }
    let (x, y) = (min(x, other.x), min(y, other.y))
    return DotRect(
      x: x, y: y, width: max(right, other.right) - x, height: max(bottom, other.bottom) - y)
  }

  func moved(x dx: Int, y dy: Int) -> DotRect {
    DotRect(x: x + dx, y: y + dy, width: width, height: height)
  }

  /// Where it lies after the box that it lies in has been turned clockwise.
  func turned(_ quarterTurns: Int, inBox width: Int, _ height: Int) -> DotRect {
    switch quarterTurns & 3 {
    case 1: DotRect(x: height - bottom, y: x, width: self.height, height: self.width)
    case 2: DotRect(x: width - right, y: height - bottom, width: self.width, height: self.height)
    case 3: DotRect(x: y, y: width - right, width: self.height, height: self.width)
    default: self
    }
  }
}
