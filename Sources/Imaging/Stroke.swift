/// Which pixels a straight stroke with round ends covers.
///
/// Coordinates count in pixels from the centre of the first one. They are kept as floating-point
/// numbers, so that ends far outside of a picture can't overflow.
struct Stroke {
  private let start: (x: Double, y: Double)
  private let reach: Double
  private let along: (x: Double, y: Double)
  private let squaredLength: Double

  init(from start: (x: Int, y: Int), to end: (x: Int, y: Int), thickness: Int) {
    self.start = (Double(start.x), Double(start.y))
    along = (Double(end.x) - Double(start.x), Double(end.y) - Double(start.y))
    squaredLength = along.x * along.x + along.y * along.y
    // Half a pixel more than half of the thickness: there the smooth edge ends.
    reach = Double(thickness) / 2 + 0.5
  }

  /// The rows of a picture that may hold pixels of the stroke.
  func rows(below height: Int) -> Range<Int> {
    Self.range(start.y, start.y + along.y, reach: reach, below: height)
  }

  /// The columns of a row that may: those around the part of the stroke that is near the row.
  func columns(ofRow y: Int, below width: Int) -> Range<Int> {
    guard along.y != 0 else {
      return Self.range(start.x, start.x + along.x, reach: reach, below: width)
    }
    let first = place((Double(y) - reach - start.y) / along.y)
    let last = place((Double(y) + reach - start.y) / along.y)
    return Self.range(
      start.x + first * along.x, start.x + last * along.x, reach: reach, below: width)
  }

  /// How much of a pixel is covered, 0 to 1, by its distance from the line in the middle.
  func coverage(x: Int, y: Int) -> Double {
    let offset = (x: Double(x) - start.x, y: Double(y) - start.y)
    let nearest =
      squaredLength == 0
      ? 0 : place((offset.x * along.x + offset.y * along.y) / squaredLength)
    let distance = (x: offset.x - nearest * along.x, y: offset.y - nearest * along.y)
    let far = (distance.x * distance.x + distance.y * distance.y).squareRoot()
    return min(max(reach - far, 0), 1)
  }

  /// A place on the stroke, from 0 at its start to 1 at its end.
  private func place(_ share: Double) -> Double { min(max(share, 0), 1) }

  private static func range(
    _ one: Double, _ other: Double, reach: Double, below limit: Int
  ) -> Range<Int> {
    let first = min(max((min(one, other) - reach).rounded(.up), 0), Double(limit))
    let last = min((max(one, other) + reach).rounded(.down), Double(limit) - 1)
    return first <= last ? Int(first)..<Int(last) + 1 : 0..<0
  }
}
