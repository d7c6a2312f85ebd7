import Imaging

extension Bitmap {
  /// Draws the ellipse that touches a rectangle's sides: its line inside of a thickness, or filled
  /// where there is none.
  ///
  /// A dot is black where its middle lies in it.
  mutating func drawEllipse(in box: DotRect, thickness: Int?) {
    for row in 0..<box.height {
      guard let outer = box.ellipseColumns(inRow: row, inset: 0) else { continue }
      let y = box.y + row
      let inner = thickness.flatMap { box.ellipseColumns(inRow: row, inset: $0) }
      guard let inner else {
        fill(x: box.x + outer.lowerBound, y: y, width: outer.count, height: 1)
        continue
      }
      fill(
        x: box.x + outer.lowerBound, y: y, width: inner.lowerBound - outer.lowerBound, height: 1)
      fill(
        x: box.x + inner.upperBound, y: y, width: outer.upperBound - inner.upperBound, height: 1)
    }
  }
}

extension DotRect {
  /// The columns of a row whose middles lie in the ellipse that is smaller than the rectangle by an
  /// inset at each side; nil where there are none.
  fileprivate func ellipseColumns(inRow row: Int, inset: Int) -> Range<Int>? {
    let (a, b) = (Double(width) / 2 - Double(inset), Double(height) / 2 - Double(inset))
    guard a > 0, b > 0 else { return nil }
    let down = (Double(row) + 0.5 - Double(height) / 2) / b
    guard abs(down) < 1 else { return nil }
    let half = a * (1 - down * down).squareRoot()
    let first = Int((Double(width) / 2 - half - 0.5).rounded(.up))
    let last = Int((Double(width) / 2 + half - 0.5).rounded(.down))
    return first <= last ? first..<last + 1 : nil
  }
}
