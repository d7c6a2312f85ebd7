package import Imaging

/// A glyph at its place in a line.
struct PlacedGlyph {
  let glyph: Glyph
  /// Dots from the line's left end to the bitmap's left edge.
  let x: Int
  /// Dots from the baseline down to the bitmap's top edge; negative above it.
  let y: Int
}

/// A line of text as glyphs in their places, ready to be drawn.
package struct ShapedLine {
  private let glyphs: [PlacedGlyph]
  /// Dots from the line's beginning to where a next line would go on.
  package let advance: Int
  /// The columns that hold ink, from the line's left end; empty where there is none.
  package let inkColumns: Range<Int>
  /// The rows that hold ink, from the baseline down; those above it are negative.
  package let inkRows: Range<Int>

  init(glyphs: [PlacedGlyph], advance: Int) {
    (self.glyphs, self.advance) = (glyphs, advance)
    inkColumns = Self.hull(glyphs.map { $0.x..<$0.x + $0.glyph.bitmap.width })
    inkRows = Self.hull(glyphs.map { $0.y..<$0.y + $0.glyph.bitmap.height })
  }

  /// Draws the line in black, its left end and its baseline at given dots.
  package func draw(on bitmap: inout Bitmap, x: Int, baseline: Int) {
    for placed in glyphs {
      bitmap.draw(placed.glyph.bitmap, x: x + placed.x, y: baseline + placed.y)
    }
  }

  private static func hull(_ ranges: [Range<Int>]) -> Range<Int> {
    guard let first = ranges.first else { return 0..<0 }
    return ranges.dropFirst().reduce(first) {
      min($0.lowerBound, $1.lowerBound)..<max($0.upperBound, $1.upperBound)
    }
  }
}
