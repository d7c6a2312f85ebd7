import Imaging

/// Writes labels for printers that speak ZPL II: each between `^XA` and `^XZ`.
struct ZPLPainter {
  private let graphic: ZPLGraphic

  init() throws(LabelFault) { graphic = ZPLGraphic(deflater: try Deflater(level: 6)) }

  /// The label as one picture: its very dots, whatever fonts and symbologies the printer has.
  func picture(_ bitmap: Bitmap) -> String {
    Self.beginning(width: bitmap.width, height: bitmap.height)
      + graphic.field(bitmap, x: 0, y: 0) + Self.end
  }

  /// The label in the printer's own fields, where these give the same.
  ///
  /// Those are lines and rectangles, texts of Latin-1 in the printer's font 0, and symbols whose
  /// modules it can be told exactly; all else stands on it as a picture.
  func fields(_ label: ArrangedLabel) -> String {
    var zpl = ZPLText()
    zpl.append(Self.beginning(width: label.width, height: label.height))
    for piece in label.background + label.pieces { append(piece, to: &zpl) }
    for symbol in label.symbols { append(symbol, to: &zpl) }
    zpl.append(Self.end)
    return zpl.text
  }

  /// What a label before may have left otherwise is set anew, but for what the printer's owner
  /// adjusts: shift, top and direction.
  private static func beginning(width: Int, height: Int) -> String {
    "^XA^CI28^LH0,0^FWN^PW\(width)^LL\(height)\n"
  }

  private static let end = "^XZ\n"

  private func append(_ piece: ArrangedPiece, to zpl: inout ZPLText) {
    switch piece.content {
    case .areas(let areas) where !piece.isInverted:
      for area in areas.map(piece.placement.onLabel) { zpl.append(ZPLField.box(area)) }
    case .text(let layout) where !piece.isInverted && layout.lines.allSatisfy(\.isInFontZero):
      for line in layout.lines {
        zpl.append(line, piece.placement, across: piece.placement.whole, piece.alignment)
      }
    default:
      let frame = piece.placement.frame
      var picture = Bitmap(width: frame.width, height: frame.height)
      BitmapPainter.paint(piece, on: &picture, movedBy: (-frame.x, -frame.y))
      zpl.append(graphic.field(picture, x: frame.x, y: frame.y))
    }
  }

  private func append(_ symbol: ArrangedSymbol, to zpl: inout ZPLText) {
    let texts = symbol.layout.interpretation?.lines ?? []
    guard let field = ZPLSymbolField(symbol), texts.allSatisfy(\.isInFontZero) else {
      let extent = symbol.placement.onLabel(symbol.layout.extent)
      var picture = Bitmap(width: extent.width, height: extent.height)
      BitmapPainter.paint(symbol, on: &picture, movedBy: (-extent.x, -extent.y))
      return zpl.append(graphic.field(picture, x: extent.x, y: extent.y))
    }
    zpl.append(field.commands)
    zpl.appendData(field.data)
    for line in texts { zpl.append(line, symbol.placement, across: symbol.layout.modules, .center) }
  }
}

extension ArrangedPiece {
  /// Where its lines stand in their box.
  fileprivate var alignment: HorizontalAlignment {
    if case .text(let style, _) = element.content { style.horizontal } else { .left }
  }
}
