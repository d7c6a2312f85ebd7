import Imaging
import Text

/// Something of a label that isn't a symbol, at its place and ready for every painter.
struct ArrangedPiece {
  /// What it is, in dots of its upright box.
  enum Content {
    /// Black rectangles.
    case areas([DotRect])
    case text(TextLayout)
    /// The ellipse that touches the box's sides: its line of a thickness, or filled.
    case ellipse(thickness: Int?)
    case image(ImageLayout)
  }

  let element: LabelElement
  let placement: Placement
  let content: Content
  /// White on the black box, instead of black.
  var isInverted = false

  /// The rectangles on the label that hold all of its ink.
  var inks: [DotRect] {
    if isInverted { return [placement.frame] }
    let upright: [DotRect] =
      switch content {
      case .areas(let areas): areas
      case .text(let layout): layout.lines.map(\.ink)
      case .ellipse: [placement.whole]
      case .image(let layout): [layout.area]
      }
    return upright.filter { !$0.isEmpty }.map(placement.onLabel)
  }

  /// Whether a rectangle on the label has a black dot of it.
  ///
  /// Where only its rectangles touch, the dots decide: what stands in the hollow of a letter
  /// doesn't lie on it.
  func hasInk(in rectangle: DotRect) -> Bool {
    guard inks.contains(where: { $0.intersects(rectangle) }) else { return false }
    var alone = Bitmap(width: rectangle.width, height: rectangle.height)
    BitmapPainter.paint(self, on: &alone, movedBy: (-rectangle.x, -rectangle.y))
    return !alone.isWhite(x: 0, y: 0, width: alone.width, height: alone.height)
  }
}
