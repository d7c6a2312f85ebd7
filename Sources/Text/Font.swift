/// A font at a size: measures and shapes lines of text.
///
/// Like the engine that it comes from, it is for one thread at a time.
package final class Font {
  package let request: FontRequest
  /// The em square, in dots.
  package let size: Int
  /// Dots from the baseline to the top of a line.
  package let ascent: Int
  /// Dots from the baseline to the bottom of a line.
  package let descent: Int
  /// Dots from one baseline to the next.
  package var lineHeight: Int { ascent + descent }
  private let shaper: Shaper
  /// A few hundred bytes each.
  private var lines = RecentValues<String, ShapedLine>(limit: 128)

  init(
    _ request: FontRequest, file: FontFile, size: Int, library: FreeTypeLibrary
  ) throws(FontFault) {
    let face = try FontFace(file, size: size, library: library)
    shaper = try Shaper(face)
    (self.request, self.size) = (request, size)
    (ascent, descent) = face.verticalMetrics
  }

  /// The glyphs of one line in their places.
  ///
  /// - Throws: `font.missing-glyph`, naming the character that the font lacks.
  package func shape(_ text: String) throws(FontFault) -> ShapedLine {
    if let line = lines[text] { return line }
    let line = try shaper.shape(text, in: request)
    lines.keep(line, for: text)
    return line
  }
}
