/// Sets lines of text in the fonts of a list: each character in the first font that has it, scripts and
/// directions as Unicode orders them.
struct LineComposer {
  /// By the list of families; at least one.
  let shapers: [Shaper]

  /// The glyphs of one line in their places.
  ///
  /// - Parameter direction: that of its paragraph; nil for that of its first strong letter.
  /// - Throws: `font.missing-glyph`, naming the character that no font has.
  func line(_ text: String, _ direction: TextDirection?) throws(FontFault) -> ShapedLine {
    if direction != .rightToLeft, text.isLatin, let line = plainLine(text) { return line }
    do throws(TextItemizer.Missing) {
      return try mixedLine(text, direction)
    } catch { throw .missingGlyph(at: error.offset, of: text, shapers.map(\.request)) }
  }

  /// A line of Latin letters in the first font; nil where that lacks one.
  private func plainLine(_ text: String) -> ShapedLine? {
    var (text, pen) = (text, Int32(0))
    guard let run = try? shapers[0].shape(&text, pen: &pen) else { return nil }
    return ShapedLine(
      text, runs: [run], advance: Shaper.dots(pen), metrics: [shapers[0].metrics])
  }

  private func mixedLine(
    _ text: String, _ direction: TextDirection?
  ) throws(TextItemizer.Missing) -> ShapedLine {
    guard let bidi = BidiLevels(Array(text.unicodeScalars), direction) else {
      throw TextItemizer.Missing(offset: 0)
    }
    let itemizer = TextItemizer(has: { shapers[$0].has($1) }, faces: shapers.count)
    let items = try itemizer.items(of: text, levels: bidi.levels)
    var (copy, pen) = (text, Int32(0))
    var runs: [ShapedRun] = []
    for item in TextItem.inVisualOrder(items) {
      do throws(Shaper.Missing) {
        runs.append(try shapers[item.face].shape(&copy, item, pen: &pen))
      } catch { throw TextItemizer.Missing(offset: error.offset) }
    }
    let used = Set(items.map(\.face)).union([0])
    return ShapedLine(
      text, runs: runs, advance: Shaper.dots(pen), metrics: used.map { shapers[$0].metrics },
      direction: bidi.direction)
  }
}

extension String {
  /// Whether it has only letters and signs of Latin script that need no look at scripts and directions.
  fileprivate var isLatin: Bool {
    let isASCII = utf8.withContiguousStorageIfAvailable { bytes in bytes.allSatisfy { $0 < 0x80 } }
    return isASCII == true || unicodeScalars.allSatisfy { $0.value < 0x250 }
  }
}
