import Imaging

/// Draws arranged labels of one template in dots: what a printer gets, and what is decoded again.
struct BitmapPainter {
  /// What is the same on every label, drawn once.
  private let background: Bitmap

  init(width: Int, height: Int, background pieces: [ArrangedPiece]) {
    var bitmap = Bitmap(width: width, height: height)
    for piece in pieces { Self.paint(piece, on: &bitmap) }
    background = bitmap
  }

  func paint(_ label: ArrangedLabel) -> Bitmap {
    var bitmap = background
    for piece in label.pieces { Self.paint(piece, on: &bitmap) }
    for symbol in label.symbols { Self.paint(symbol, on: &bitmap) }
    return bitmap
  }

  /// Draws a symbol with its text, on a bitmap whose top left dot isn't the label's where it is moved.
  static func paint(
    _ symbol: ArrangedSymbol, on bitmap: inout Bitmap, movedBy move: (x: Int, y: Int) = (0, 0)
  ) {
    paint(symbol.placement, symbol.layout.extent, on: &bitmap, movedBy: move) { bitmap, x, y in
      symbol.layout.draw(on: &bitmap, x: x, y: y)
    }
  }

  /// Draws a piece, on a bitmap whose top left dot isn't the label's where it is moved.
  static func paint(
    _ piece: ArrangedPiece, on bitmap: inout Bitmap, movedBy move: (x: Int, y: Int) = (0, 0)
  ) {
    let placement = piece.placement
    if piece.isInverted {
      return paintInverted(piece, on: &bitmap, movedBy: move)
    }
    switch piece.content {
    case .areas(let areas):
      for area in areas { bitmap.fill(placement.onLabel(area).moved(x: move.x, y: move.y)) }
    case .ellipse(let thickness):
      bitmap.drawEllipse(
        in: placement.frame.moved(x: move.x, y: move.y), thickness: thickness)
    case .text(let layout):
      paint(placement, placement.whole, on: &bitmap, movedBy: move) { bitmap, x, y in
        layout.draw(on: &bitmap, x: x, y: y)
      }
    case .image(let layout):
      paint(placement, layout.area, on: &bitmap, movedBy: move) { bitmap, x, y in
        bitmap.draw(layout.bitmap, x: x + layout.area.x, y: y + layout.area.y)
      }
    }
  }

  /// Draws a piece in black on a box of its own, which then changes its colours.
  private static func paintInverted(
    _ piece: ArrangedPiece, on bitmap: inout Bitmap, movedBy move: (x: Int, y: Int)
  ) {
    var upright = piece
    upright.isInverted = false
    let frame = piece.placement.frame
    var box = Bitmap(width: frame.width, height: frame.height)
    paint(upright, on: &box, movedBy: (-frame.x, -frame.y))
    bitmap.draw(box.inverted(), x: frame.x + move.x, y: frame.y + move.y)
  }

  /// Draws what draws itself upright: straight on the label, or beside it and then turned.
  ///
  /// - Parameters:
  ///   - extent: what it takes up, in its upright box's dots.
  ///   - draw: draws it with its box's top left dot at a place.
  private static func paint(
    _ placement: Placement, _ extent: DotRect, on bitmap: inout Bitmap,
    movedBy move: (x: Int, y: Int) = (0, 0), draw: (inout Bitmap, Int, Int) -> Void
  ) {
    guard placement.quarterTurns != 0 else {
      return draw(&bitmap, placement.frame.x + move.x, placement.frame.y + move.y)
    }
    var upright = Bitmap(width: extent.width, height: extent.height)
    draw(&upright, -extent.x, -extent.y)
    let place = placement.onLabel(extent).moved(x: move.x, y: move.y)
    bitmap.draw(upright.rotated(quarterTurns: placement.quarterTurns), x: place.x, y: place.y)
  }
}

extension Bitmap {
  mutating func fill(_ rectangle: DotRect) {
    fill(x: rectangle.x, y: rectangle.y, width: rectangle.width, height: rectangle.height)
  }
}
