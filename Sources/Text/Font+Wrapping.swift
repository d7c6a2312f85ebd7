extension Font {
  /// Breaks a text at spaces and line ends into lines of at most a number of dots.
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
      var words = paragraph.split(whereSeparator: \.isWhitespace)[...]
      while !words.isEmpty, lines.count < limit {
        let (line, count) = try fill(words, width)
        lines.append(line)
        words = words.dropFirst(count)
      }
    }
    return lines
  }

  /// The longest line of the first words that fits, at least one word.
  private func fill(
    _ words: ArraySlice<Substring>, _ width: Int
  ) throws(FontFault) -> (line: ShapedLine, count: Int) {
    if let line = try all(words, width) { return (line, words.count) }
    var text = String(words[words.startIndex])
    var line = try shape(text)
    var count = 1
    for word in words.dropFirst() {
      text += " " + word
      let longer = try shape(text)
      guard longer.inkColumns.count <= width else { break }
      (line, count) = (longer, count + 1)
    }
    return (line, count)
  }

  /// All words in one line, which few words mostly fit in; nil where they don't.
  private func all(_ words: ArraySlice<Substring>, _ width: Int) throws(FontFault) -> ShapedLine? {
    guard words.count <= 8 else { return nil }
    let line = try shape(words.joined(separator: " "))
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
