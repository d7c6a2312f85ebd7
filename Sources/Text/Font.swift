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
  private let composer: LineComposer
  /// A few hundred bytes each.
  private var lines = RecentValues<String, ShapedLine>(limit: 128)

  /// A font of the files of a request's families.
  ///
  /// Lines are as high as those of the first family, or of a higher one that is in them.
  init(
    _ request: FontRequest, files: [FontFile], size: Int, library: FreeTypeLibrary
  ) throws(FontFault) {
    var shapers: [Shaper] = []
    for (one, file) in zip(request.each, files) {
      let face = try FontFace(file, size: size, library: library)
      shapers.append(try Shaper(face, one))
    }
    composer = LineComposer(shapers: shapers)
    (self.request, self.size) = (request, size)
    (ascent, descent) = shapers[0].metrics
  }

  /// The glyphs of one line in their places.
  ///
  /// - Throws: `font.missing-glyph`, naming the character that the font lacks.
  package func shape(_ text: String) throws(FontFault) -> ShapedLine {
    if let line = lines[text] { return line }
    let line = try composer.line(text, nil)
    lines.keep(line, for: text)
    return line
  }

  /// The glyphs of a line that isn't expected again, and isn't kept.
  ///
  /// - Throws: `font.missing-glyph`, naming the character that the font lacks.
  package func shapeOnce(_ text: String) throws(FontFault) -> ShapedLine {
    try composer.line(text, nil)
  }

  /// The glyphs of one line of a paragraph that is read in a direction.
  func shape(_ text: String, in direction: TextDirection?) throws(FontFault) -> ShapedLine {
    try direction == nil ? shape(text) : composer.line(text, direction)
  }
}
