extension PDFBytes {
  /// How far a Bézier curve's handles reach so that four of them are an ellipse to a thousandth.
  private static let handle = 0.552_284_75

  /// The ellipse that touches the sides of a box: its line inside of a thickness, or filled where
  /// there is none.
  mutating func ellipse(_ box: DotRect, thickness: Int?) {
    ellipsePath(of: box)
    if let thickness, 2 * thickness < min(box.width, box.height) {
      ellipsePath(of: box, inset: thickness)
      append("f*\n")
    } else {
      append("f\n")
    }
  }

  /// A closed path around a box, smaller by an inset.
  mutating func ellipsePath(of box: DotRect, inset: Int = 0) {
    let (a, b) = (Double(box.width) / 2 - Double(inset), Double(box.height) / 2 - Double(inset))
    let (x, y) = (Double(box.x) + Double(box.width) / 2, -Double(box.y) - Double(box.height) / 2)
    let (across, up) = (a * Self.handle, b * Self.handle)
    point(x + a, y)
    append("m ")
    curve(x + a, y + up, x + across, y + b, x, y + b)
    curve(x - across, y + b, x - a, y + up, x - a, y)
    curve(x - a, y - up, x - across, y - b, x, y - b)
    curve(x + across, y - b, x + a, y - up, x + a, y)
    append("h\n")
  }

  /// A closed path along the sides of a box, its corners rounded.
  mutating func roundedRectangle(_ box: DotRect, corner: Int) {
    guard corner > 0 else { return rectangle(box) }
    let (left, right) = (Double(box.x), Double(box.right))
    let (top, bottom) = (-Double(box.y), -Double(box.bottom))
    let (r, k) = (Double(corner), Double(corner) * (1 - Self.handle))
    point(left + r, bottom)
    append("m ")
    point(right - r, bottom)
    append("l ")
    curve(right - k, bottom, right, bottom + k, right, bottom + r)
    point(right, top - r)
    append("l ")
    curve(right, top - k, right - k, top, right - r, top)
    point(left + r, top)
    append("l ")
    curve(left + k, top, left, top - k, left, top - r)
    point(left, bottom + r)
    append("l ")
    curve(left, bottom + k, left + k, bottom, left + r, bottom)
    append("h\n")
  }

  private mutating func point(_ x: Double, _ y: Double) {
    // Hundredths of a dot are enough, and short.
    numbers((x * 100).rounded() / 100, (y * 100).rounded() / 100)
  }

  private mutating func curve(
    _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x: Double, _ y: Double
  ) {
    point(x1, y1)
    point(x2, y2)
    point(x, y)
    append("c\n")
  }
}
