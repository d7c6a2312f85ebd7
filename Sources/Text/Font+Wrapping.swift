extension Font {
  /// Breaks a text at spaces and line ends, and between ideographs, into lines of at most a number of dots.
  ///
  /// Each line takes as many words as fit; a word that is wider than a line stands alone on one
  /// that is too wide, which the caller sees by its ink.
  /// - Parameter limit: breaking ends with this many lines, however much is left.
  package func wrap(
    _ text: String, width: Int, limit: Int = .max
  ) throws(FontFault) -> [ShapedLine] {
    if text.isPlainLine {
      let line = try shape(text)
      if line.inkColumns.count <= width { return [line] }
    }
    var lines: [ShapedLine] = []
    for paragraph in text.split(whereSeparator: \.isNewline) {
      let direction = TextDirection(of: paragraph)
      var pieces = LinePiece.pieces(of: paragraph)[...]
      while !pieces.isEmpty, lines.count < limit {
        let (line, count) = try fill(pieces, width, direction)
        lines.append(line)
        pieces = pieces.dropFirst(count)
      }
    }
    return lines
  }

  /// The longest line of the first pieces that fits, at least one piece.
  private func fill(
    _ pieces: ArraySlice<LinePiece>, _ width: Int, _ direction: TextDirection?
  ) throws(FontFault) -> (line: ShapedLine, count: Int) {
    if let line = try all(pieces, width, direction) { return (line, pieces.count) }
    var text = String(pieces[pieces.startIndex].text)
    var line = try shape(text, in: direction)
    var count = 1
    for piece in pieces.dropFirst() {
      text += (piece.hasSpace ? " " : "") + piece.text
      let longer = try shape(text, in: direction)
      guard longer.inkColumns.count <= width else { break }
      (line, count) = (longer, count + 1)
    }
    return (line, count)
  }

  /// All pieces in one line, which few pieces mostly fit in; nil where they don't.
  private func all(
    _ pieces: ArraySlice<LinePiece>, _ width: Int, _ direction: TextDirection?
  ) throws(FontFault) -> ShapedLine? {
    guard pieces.count <= 8 else { return nil }
    let text = pieces.dropFirst().reduce(into: String(pieces[pieces.startIndex].text)) {
      $0 += ($1.hasSpace ? " " : "") + $1.text
    }
    let line = try shape(text, in: direction)
    return line.inkColumns.count <= width ? line : nil
  }
}

extension String {
  /// Whether it is a line as it stands: up to eight words of ASCII with one space between them.
  package var isPlainLine: Bool {
    var spaces = 0, last = UInt8(ascii: " ")
    for byte in utf8 {
      guard byte >= 0x20, byte < 0x7F, byte != 0x20 || last != 0x20 else { return false }
      if byte == 0x20 { spaces += 1 }
      last = byte
    }
    return last != 0x20 && spaces < 8
  }
}
