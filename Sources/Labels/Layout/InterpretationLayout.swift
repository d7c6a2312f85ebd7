import Imaging
import Text

/// The human readable interpretation below a linear symbol.
struct InterpretationLayout {
  /// Its groups at their places, which share a baseline.
  let pieces: [TextLayout.Line]

  /// The rectangle around all of its ink.
  var ink: DotRect {
    let inks = pieces.map(\.ink).filter { !$0.isEmpty }
    guard let x = inks.map(\.x).min(), let y = inks.map(\.y).min(),
      let right = inks.map(\.right).max(), let bottom = inks.map(\.bottom).max()
    else { return DotRect(x: 0, y: 0, width: 0, height: 0) }
    return DotRect(x: x, y: y, width: right - x, height: bottom - y)
  }

  /// White between the bars and their text, in dots: a module at least, so that no reader takes
  /// the text for bars, and enough for the eye.
  static func gap(module: Int, _ scale: DotScale) -> Int { max(module, scale.dotsCovering(0.4)) }

  func moved(down dots: Int) -> InterpretationLayout {
    InterpretationLayout(
      pieces: pieces.map {
        TextLayout.Line(shaped: $0.shaped, x: $0.x, baseline: $0.baseline + dots)
      })
  }

  func draw(on bitmap: inout Bitmap, x: Int, y: Int) {
    for piece in pieces {
      piece.shaped.draw(on: &bitmap, x: x + piece.x, baseline: y + piece.baseline)
    }
  }
}
