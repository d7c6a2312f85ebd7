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
  ///
  /// The number of pieces is doubled until they are too wide, and then closed in on: a text of a
  /// thousand words without width costs a dozen shapings, not a thousand.
  private func fill(
    _ pieces: ArraySlice<LinePiece>, _ width: Int, _ direction: TextDirection?
  ) throws(FontFault) -> (line: ShapedLine, count: Int) {
    var (fitting, tooMany) = (1, pieces.count + 1)
    var line = try shape(LinePiece.text(of: pieces.prefix(1)), in: direction)
    while fitting + 1 < tooMany {
      let isUnbounded = tooMany > pieces.count
      let count = isUnbounded ? min(max(8, 2 * fitting), pieces.count) : (fitting + tooMany) / 2
      let longer = try shape(LinePiece.text(of: pieces.prefix(count)), in: direction)
      if longer.inkColumns.count <= width {
        (fitting, line) = (count, longer)
      } else {
        tooMany = count
      }
    }
    return (line, fitting)
  }
}

extension LinePiece {
  /// Pieces as they stand in one line.
  fileprivate static func text(of pieces: ArraySlice<LinePiece>) -> String {
    pieces.dropFirst().reduce(into: pieces.first.map { String($0.text) } ?? "") {
      $0 += ($1.hasSpace ? " " : "") + $1.text
    }
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
