extension PDFBytes {
  /// How far a Bézier curve's handles reach so that four of them are an ellipse to a thousandth.
  private static let handle = 0.552_284_75

  /// The ellipse that touches the sides of a box: its line inside of a thickness, or filled where
  /// there is none.
  mutating func ellipse(_ box: DotRect, thickness: Int?) {
    path(of: box, inset: 0)
    if let thickness, 2 * thickness < min(box.width, box.height) {
      path(of: box, inset: thickness)
      append("f*\n")
    } else {
      append("f\n")
    }
  }

  private mutating func path(of box: DotRect, inset: Int) {
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
