package import Imaging

/// A glyph at its place in a line.
package struct PlacedGlyph {
  /// Its number in the font.
  package let id: UInt32
  /// Where its text begins, in bytes of UTF-8 from the beginning of the line's text.
  package let cluster: Int
  /// Its origin from the line's left end and up from the baseline, in 64ths of a dot.
  package let origin: (x: Int32, y: Int32)
  /// Its advance, in 64ths of a dot.
  package let advance: Int32
  let glyph: Glyph
  /// Dots from the line's left end to the bitmap's left edge.
  let x: Int
  /// Dots from the baseline down to the bitmap's top edge; negative above it.
  let y: Int
}

/// Glyphs of one font, from left to right.
package struct ShapedRun {
  package let request: FontRequest
  package let file: FontFile
  /// The em square, in dots.
  package let size: Int
  package let glyphs: [PlacedGlyph]
  /// The way in which its text is read.
  package let direction: TextDirection
}

/// A line of text as glyphs in their places, ready to be drawn.
package struct ShapedLine {
  /// What it says.
  package let text: String
  package let runs: [ShapedRun]
  /// Dots from the line's beginning to where a next line would go on.
  package let advance: Int
  /// Dots from the baseline to the top and to the bottom of the line: of all fonts in it the most.
  package let ascent: Int
  package let descent: Int
  package var height: Int { ascent + descent }
  /// The way in which it is read: that of its paragraph.
  package let direction: TextDirection
  /// The columns that hold ink, from the line's left end; empty where there is none.
  package let inkColumns: Range<Int>
  /// The rows that hold ink, from the baseline down; those above it are negative.
  package let inkRows: Range<Int>

  init(
    _ text: String, runs: [ShapedRun], advance: Int, metrics: [FontFace.Metrics],
    direction: TextDirection = .leftToRight
  ) {
    ascent = metrics.reduce(0) { max($0, $1.ascent) }
    descent = metrics.reduce(0) { max($0, $1.descent) }
    (self.text, self.runs, self.advance, self.direction) = (text, runs, advance, direction)
    var (columns, rows) = (0..<0, 0..<0)
    for run in runs {
      for placed in run.glyphs where placed.glyph.hasInk {
        Self.widen(&columns, placed.x, placed.glyph.bitmap.width)
        Self.widen(&rows, placed.y, placed.glyph.bitmap.height)
      }
    }
    (inkColumns, inkRows) = (columns, rows)
  }

  /// Draws the line in black, its left end and its baseline at given dots.
  package func draw(on bitmap: inout Bitmap, x: Int, baseline: Int) {
    for run in runs {
      for placed in run.glyphs where placed.glyph.hasInk {
        bitmap.draw(placed.glyph.bitmap, x: x + placed.x, y: baseline + placed.y)
      }
    }
  }

  private static func widen(_ range: inout Range<Int>, _ start: Int, _ count: Int) {
    range =
      range.isEmpty
      ? start..<start + count
      : min(range.lowerBound, start)..<max(range.upperBound, start + count)
  }
}
