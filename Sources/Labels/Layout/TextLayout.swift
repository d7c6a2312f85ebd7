import Imaging
import Text

/// Lines of text at their places in a box.
struct TextLayout {
  struct Line {
    let shaped: ShapedLine
    /// Dots from the box's left edge to where the line begins.
    let x: Int
    /// Dots from the box's top edge to the baseline.
    let baseline: Int

    func moved(down dots: Int) -> Line { Line(shaped: shaped, x: x, baseline: baseline + dots) }

    var ink: DotRect {
      DotRect(
        x: x + shaped.inkColumns.lowerBound, y: baseline + shaped.inkRows.lowerBound,
        width: shaped.inkColumns.count, height: shaped.inkRows.count)
    }
  }

  let lines: [Line]

  func draw(on bitmap: inout Bitmap, x: Int, y: Int) {
    for line in lines { line.shaped.draw(on: &bitmap, x: x + line.x, baseline: y + line.baseline) }
  }

  /// Lines in a box, aligned by their ink.
  ///
  /// Accents above capital letters, and marks below, may reach beyond their line: then all lines
  /// move so far that they don't reach beyond the box, where that has room.
  init(
    _ lines: [ShapedLine], width: Int, height: Int,
    _ horizontal: HorizontalAlignment, _ vertical: VerticalAlignment
  ) {
    var top = vertical.offset(of: lines.reduce(0) { $0 + $1.height }, in: height)
    let placed = lines.map { line in
      defer { top += line.height }
      return Line(
        shaped: line,
        x: horizontal.offset(of: line.inkColumns.count, in: width) - line.inkColumns.lowerBound,
        baseline: top + line.ascent)
    }
    let inks = placed.map(\.ink).filter { !$0.isEmpty }
    let (first, last) = (inks.map(\.y).min() ?? 0, inks.map(\.bottom).max() ?? 0)
    let move = max(-first, min(0, height - last))
    self.lines = first >= 0 && last <= height ? placed : placed.map { $0.moved(down: move) }
  }

  /// Whether all ink lies in a box; glyphs with stacked accents may reach beyond their line.
  func isInside(width: Int, height: Int) -> Bool {
    lines.allSatisfy { line in
      line.shaped.inkColumns.count <= width
        && line.baseline + line.shaped.inkRows.lowerBound >= 0
        && line.baseline + line.shaped.inkRows.upperBound <= height
    }
  }
}

extension VerticalAlignment {
  /// Where something of a height begins in a box.
  func offset(of height: Int, in box: Int) -> Int {
    switch self {
    case .top: 0
    case .middle: (box - height) / 2
    case .bottom: box - height
    }
  }
}

extension HorizontalAlignment {
  /// Where something of a width begins in a box.
  func offset(of width: Int, in box: Int) -> Int {
    switch self {
    case .left: 0
    case .center: (box - width) / 2
    case .right: box - width
    }
  }
}
