import Barcodes
import Text

/// Sets the human readable interpretation below the bars of a linear symbol, and above those of an add-on.
struct InterpretationFitter {
  let engine: TextEngine
  let scale: DotScale

  /// The smallest type of an interpretation, in points.
  private static let smallestPoints = 4.0

  /// A digit of EAN or UPC is encoded in this many modules (ISO/IEC 15420).
  private static let modulesPerDigit = 7

  /// The interpretation at the largest size, up to the style's, at which no group is wider than
  /// the modules that encode it.
  ///
  /// - Parameters:
  ///   - x: dots from the box's left edge to the first module.
  ///   - bottom: dots from the box's top edge to where the text must end.
  func fit(
    _ symbol: Symbol, _ style: TextStyle, module: Int, x: Int, bottom: Int
  ) throws(FontFault) -> InterpretationLayout {
    let groups = symbol.textGroups
    let columns = symbol.modules.extent.columns
    let smallest = scale.dots(points: Self.smallestPoints)
    var size = max(smallest, scale.dots(points: style.points))
    while true {
      let font = try engine.font(style.font, size: size)
      var (lines, fits): ([ShapedLine], Bool) = ([], true)
      for group in groups {
        let line = try font.shapeOnce(group.text)
        let width = groups.count == 1 ? columns : group.text.count * Self.modulesPerDigit
        if line.inkColumns.count > width * module { fits = false }
        lines.append(line)
      }
      if fits || size == smallest { return place(groups, lines, module, x, bottom) }
      size -= 1
    }
  }

  /// All groups below the bars share a baseline, so low that the deepest ink ends at the bottom; that of an
  /// add-on begins at the top.
  private func place(
    _ groups: [TextGroup], _ lines: [ShapedLine], _ module: Int, _ x: Int, _ bottom: Int
  ) -> InterpretationLayout {
    let baseline = bottom - lines.reduce(0) { max($0, $1.inkRows.upperBound) }
    var layout = InterpretationLayout(pieces: [])
    for (group, line) in zip(groups, lines) {
      let centre = Int((group.centre * Double(module)).rounded())
      let left = x + centre - line.inkColumns.count / 2
      let piece = TextLayout.Line(
        shaped: line, x: left - line.inkColumns.lowerBound,
        baseline: group.isAbove ? -line.inkRows.lowerBound : baseline)
      if group.isAbove {
        let gap = InterpretationLayout.gap(module: module, scale)
        layout.addOn = .init(line: piece, barsTop: line.inkRows.count + gap)
      } else {
        layout.pieces.append(piece)
      }
    }
    return layout
  }
}
