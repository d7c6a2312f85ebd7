import Imaging
import Text

/// The human readable interpretation of a linear symbol: below its bars, but for an add-on's digits.
struct InterpretationLayout {
  /// What stands below the bars, on one baseline.
  var pieces: [TextLayout.Line]
  /// What stands above the bars of an add-on, where there is one.
  var addOn: AddOn?

  /// All of it.
  var lines: [TextLayout.Line] { pieces + (addOn.map { [$0.line] } ?? []) }

  /// The digits of an add-on, and the bars below them.
  struct AddOn {
    let line: TextLayout.Line
    /// Where its bars begin, in dots from the top of the other bars.
    let barsTop: Int
  }

  /// The rectangle around all of its ink below the bars.
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
