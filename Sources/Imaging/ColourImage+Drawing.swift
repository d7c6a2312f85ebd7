extension ColourImage {
  /// Paints a rectangle; what lies outside of the picture is cut off.
  public mutating func fill(x: Int, y: Int, width: Int, height: Int, colour: PixelColour) {
    let columns = max(x, 0)..<max(x, 0, min(x + width, self.width))
    let rows = max(y, 0)..<max(y, 0, min(y + height, self.height))
    for row in rows {
      for column in columns { mix(colour, share: 1, at: 3 * (row * self.width + column)) }
    }
  }

  /// Paints the black dots of a bitmap in a colour, its top left dot at (x, y).
  ///
  /// White dots change nothing; what lies outside of the picture is cut off.
  public mutating func draw(_ bitmap: Bitmap, x: Int, y: Int, colour: PixelColour) {
    for row in max(0, -y)..<max(0, -y, min(bitmap.height, height - y)) {
      for column in max(0, -x)..<max(0, -x, min(bitmap.width, width - x))
      where bitmap[column, row] {
        mix(colour, share: 1, at: 3 * ((y + row) * width + x + column))
      }
    }
  }

  /// Draws a line with round ends and smooth edges from the centre of one pixel to another's.
  ///
  /// The ends may lie outside of the picture, however far; what lies outside is cut off.
  /// - Parameter thickness: in pixels.
  public mutating func drawLine(
    from start: (x: Int, y: Int), to end: (x: Int, y: Int), thickness: Int, colour: PixelColour
  ) {
    let stroke = Stroke(from: start, to: end, thickness: thickness)
    for y in stroke.rows(below: height) {
      for x in stroke.columns(ofRow: y, below: width) {
        let share = stroke.coverage(x: x, y: y)
        if share > 0 { mix(colour, share: share, at: 3 * (y * width + x)) }
      }
    }
  }
}
