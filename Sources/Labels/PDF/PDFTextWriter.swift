import Text

/// Writes lines of text glyph by glyph, each where it was laid out (ISO 32000-1, 9.4).
///
/// Fonts are addressed by glyph numbers, so what a glyph says is told apart: by the font's map to
/// Unicode, and where that would say something else, by an `ActualText` around the glyphs (14.9.4).
struct PDFTextWriter {
  /// A glyph's bytes in the line's text.
  private typealias Bytes = UnsafeBufferPointer<UInt8>

  /// Glyphs of one font and, where they don't say it by themselves, their text.
  private struct Span {
    var glyphs: Range<Int>
    var text: Range<Int>
    var isPlain: Bool
    var mark: DirectionMarks.Mark?
  }

  /// Writes a run of a line whose left end and baseline stand at given dots, counted upwards.
  static func write(
    _ run: ShapedRun, of line: ShapedLine, _ marks: DirectionMarks?, face: PDFFace, x: Int, y: Int,
    to bytes: inout PDFBytes
  ) {
    guard let first = run.glyphs.first else { return }
    bytes.append("BT/")
    bytes.append(text: face.name)
    bytes.append(" ")
    bytes.append(run.size)
    bytes.append(" Tf ")
    bytes.append(Double(x) + Double(first.origin.x) / 64)
    bytes.append(" ")
    bytes.append(y)
    bytes.append(" Td")
    var text = line.text
    text.withUTF8 { utf8 in
      var pen = Pen(run: run, face: face)
      for span in spans(of: run, utf8, marks, face, line) {
        pen.write(span.glyphs, says: span.isPlain ? nil : utf8[span.text], span.mark, to: &bytes)
      }
    }
    bytes.append("ET\n")
  }

  /// The run in spans from left to right, neighbours that are alike as one.
  private static func spans(
    of run: ShapedRun, _ utf8: Bytes, _ marks: DirectionMarks?, _ face: PDFFace,
    _ line: ShapedLine
  ) -> [Span] {
    let starts = clusterStarts(of: line)
    var spans: [Span] = []
    var index = 0
    while index < run.glyphs.count {
      let start = run.glyphs[index].cluster
      var end = index + 1
      while end < run.glyphs.count, run.glyphs[end].cluster == start { end += 1 }
      let text = start..<(starts.first { $0 > start } ?? utf8.count)
      let isPlain = end == index + 1 && face.says(utf8[text], run.glyphs[index].id)
      note(run.glyphs[index..<end], utf8[text], isPlain, face)
      let mark = marks?[start]
      let span = Span(glyphs: index..<end, text: text, isPlain: isPlain && mark == nil, mark: mark)
      join(span, of: run, to: &spans)
      index = end
    }
    return spans
  }

  /// Texts of their own in a run from the right stay apart: who reads them turns the glyphs around.
  private static func join(_ span: Span, of run: ShapedRun, to spans: inout [Span]) {
    guard let last = spans.last, last.isPlain == span.isPlain, last.mark == nil, span.mark == nil,
      span.isPlain || run.direction == .leftToRight
    else { return spans.append(span) }
    let text = min(last.text.lowerBound, span.text.lowerBound)
    spans[spans.count - 1] = Span(
      glyphs: last.glyphs.lowerBound..<span.glyphs.upperBound,
      text: text..<max(last.text.upperBound, span.text.upperBound), isPlain: span.isPlain)
  }

  private static func note(
    _ glyphs: ArraySlice<PlacedGlyph>, _ text: Slice<Bytes>, _ isPlain: Bool, _ face: PDFFace
  ) {
    guard !isPlain, glyphs.count == 1, let glyph = glyphs.first, face.text(of: glyph.id) == nil
    else {
      for glyph in glyphs { face.show(glyph.id) }
      return
    }
    face.show(glyph.id, says: String(decoding: text, as: UTF8.self))
  }

  /// Where the glyphs' texts begin, in ascending order.
  private static func clusterStarts(of line: ShapedLine) -> [Int] {
    var starts: [Int] = []
    for run in line.runs { for glyph in run.glyphs { starts.append(glyph.cluster) } }
    return starts.sorted()
  }
}

/// Shows glyphs in their places, in thousandths of the em square from where the run begins.
private struct Pen {
  let run: ShapedRun
  let face: PDFFace
  /// Where the reader of the document stands.
  private var position = 0
  private var rise = 0

  init(run: ShapedRun, face: PDFFace) { (self.run, self.face) = (run, face) }

  mutating func write(
    _ glyphs: Range<Int>, says text: Slice<UnsafeBufferPointer<UInt8>>?,
    _ mark: DirectionMarks.Mark?, to bytes: inout PDFBytes
  ) {
    if let text {
      bytes.append("/Span<</ActualText")
      let text = String(decoding: text, as: UTF8.self)
      bytes.textString((mark?.left ?? "") + text + (mark?.right ?? ""))
      bytes.append(">>BDC ")
    }
    var isOpen = false
    for glyph in run.glyphs[glyphs] {
      let place = thousandths(glyph.origin.x - run.glyphs[0].origin.x)
      let height = Int(glyph.origin.y)
      if height != rise { close(&isOpen, &bytes); raise(to: height, &bytes) }
      show(glyph.id, at: place, &isOpen, &bytes)
    }
    close(&isOpen, &bytes)
    if rise != 0 { raise(to: 0, &bytes) }
    if text != nil { bytes.append("EMC ") }
  }

  private mutating func show(
    _ glyph: UInt32, at place: Int, _ isOpen: inout Bool, _ bytes: inout PDFBytes
  ) {
    if place != position {
      bytes.append(isOpen ? ">" : "[")
      bytes.append(position - place)
      bytes.append("<")
    } else if !isOpen {
      bytes.append("[<")
    }
    isOpen = true
    bytes.hexadecimal(UInt16(truncatingIfNeeded: glyph))
    position = place + face.program.width(glyph)
  }

  private func close(_ isOpen: inout Bool, _ bytes: inout PDFBytes) {
    if isOpen { bytes.append(">]TJ ") }
    isOpen = false
  }

  private mutating func raise(to height: Int, _ bytes: inout PDFBytes) {
    bytes.append(" ")
    bytes.append(Double(height) / 64)
    bytes.append(" Ts ")
    rise = height
  }

  private func thousandths(_ distance: Int32) -> Int {
    Int((Double(distance) * 1000 / Double(64 * run.size)).rounded())
  }
}
