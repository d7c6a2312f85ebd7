import Barcodes
import Imaging

/// A symbol at its place on the label, turned as its element says.
struct ArrangedSymbol {
  let element: LabelElement
  let code: LabelCode
  private let layout: SymbolLayout
  /// The element's box on the label.
  private let frame: DotRect

  /// What the modules cover on the label.
  let modules: DotRect
  /// The modules with their quiet zone on the label.
  let zone: DotRect
  /// What the human readable interpretation covers; empty where there is none.
  let interpretation: DotRect

  init(_ layout: SymbolLayout, code: LabelCode, element: LabelElement, frame: DotRect) {
    (self.layout, self.code, self.element, self.frame) = (layout, code, element, frame)
    let turned = { (rectangle: DotRect) in
      Self.onLabel(rectangle, frame, element.quarterTurns)
    }
    modules = turned(layout.modules)
    zone = turned(layout.zone)
    let none = DotRect(x: 0, y: 0, width: 0, height: 0)
    interpretation = layout.interpretation.map { turned($0.ink) } ?? none
  }

  func draw(on bitmap: inout Bitmap) {
    guard element.quarterTurns != 0 else {
      return layout.draw(on: &bitmap, x: frame.x, y: frame.y)
    }
    let extent = layout.extent
    var upright = Bitmap(width: extent.width, height: extent.height)
    layout.draw(on: &upright, x: -extent.x, y: -extent.y)
    let place = Self.onLabel(extent, frame, element.quarterTurns)
    bitmap.draw(upright.rotated(quarterTurns: element.quarterTurns), x: place.x, y: place.y)
  }

  /// From the upright box to the label.
  private static func onLabel(_ inBox: DotRect, _ frame: DotRect, _ turns: Int) -> DotRect {
    let isUpright = turns & 1 == 0
    let (width, height) = isUpright ? (frame.width, frame.height) : (frame.height, frame.width)
    return inBox.turned(turns, inBox: width, height).moved(x: frame.x, y: frame.y)
  }
}
