import Imaging
import Text

/// The human readable interpretation of a linear symbol: below its bars, but for an add-on's digits.
struct InterpretationLayout {
  /// What stands below the bars, on one baseline.
  var pieces: [TextLayout.Line]
  /// What stands above the bars of an add-on, where there is one.
  var addOn: AddOn?

  /// All of it.
  var lines: [TextLayout.Line] { addOn.map { pieces + [$0.line] } ?? pieces }

  /// The digits of an add-on, and the bars below them.
  struct AddOn {
    let line: TextLayout.Line
    /// Where its bars begin, in dots from the top of the other bars.
    let barsTop: Int
  }

  /// The rectangle around all of its ink below the bars.
  var ink: DotRect {
    pieces.reduce(DotRect(x: 0, y: 0, width: 0, height: 0)) { $0.union($1.ink) }
  }

  /// White between the bars and their text, in dots: a module at least, so that no reader takes
  /// the text for bars, and enough for the eye.
  static func gap(module: Int, _ scale: DotScale) -> Int { max(module, scale.dotsCovering(0.4)) }

  /// With what stands below the bars moved.
  func moved(down dots: Int) -> InterpretationLayout {
    InterpretationLayout(
      pieces: pieces.map { $0.moved(down: dots) }, addOn: addOn)
  }

  func draw(on bitmap: inout Bitmap, x: Int, y: Int) {
    for line in lines {
      line.shaped.draw(on: &bitmap, x: x + line.x, baseline: y + line.baseline)
    }
  }
}
