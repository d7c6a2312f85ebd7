import Diagnostics
import Text

/// Sets texts so that they lie in their boxes.
struct TextFitter {
  /// A box in dots.
  struct Box: Equatable {
    let width: Int
    let height: Int
  }

  let engine: TextEngine
  let scale: DotScale
  private let layouts = TextLayoutCache()

  init(engine: TextEngine, scale: DotScale) { (self.engine, self.scale) = (engine, scale) }

  /// The smallest type that is read without effort, in points.
  private static let smallestPoints = 4.0

  /// The layout of a text in a box; nil where it doesn't fit.
  func fit(_ text: String, _ style: TextStyle, in box: Box) throws(FontFault) -> TextLayout? {
    try layouts.layout(text, style, in: box) { () throws(FontFault) in
      try make(text, style, in: box)
    }
  }

  private func make(
    _ text: String, _ style: TextStyle, in box: Box
  ) throws(FontFault) -> TextLayout? {
    let font = try engine.font(style.font, size: scale.dots(points: style.points))
    let lines = try lines(of: text, style, font, box)
    if let layout = layout(lines, style, box) { return layout }
    switch style.fit {
    case .shrink: return try shrink(text, style, lines, font, box)
    case .truncate: return try truncate(text, style, font, box)
    case .wrap, .refuse: return nil
    }
  }

  /// What a text would need at the smallest size that its style allows, in dots; of a text with
  /// far more lines than there may be, what the first too many of them need.
  func need(of text: String, _ style: TextStyle, in box: Box) throws(FontFault) -> Box {
    let size = style.fit == .shrink ? smallestSize(style) : scale.dots(points: style.points)
    let font = try engine.font(style.font, size: size)
    let lines = try lines(of: text, style, font, box)
    return Box(
      width: lines.map(\.inkColumns.count).max() ?? 0, height: lines.reduce(0) { $0 + $1.height })
  }

  private func smallestSize(_ style: TextStyle) -> Int {
    min(scale.dots(points: style.points), scale.dots(points: Self.smallestPoints))
  }

  /// Line ends and tabs of a text that isn't wrapped are spaces.
  private func lines(
    of text: String, _ style: TextStyle, _ font: Font, _ box: Box
  ) throws(FontFault) -> [ShapedLine] {
    if style.lines != 1 {
      // One line more than there may be is enough to know that the text is too long.
      let most = style.lines ?? box.height / font.lineHeight
      return try font.wrap(text, width: box.width, limit: most + 1)
    }
    if text.isPlainLine { return [try font.shape(text)] }
    let words = text.split(whereSeparator: \.isWhitespace)
    return [try font.shape(words.joined(separator: " "))]
  }

  private func layout(
    _ lines: [ShapedLine], _ style: TextStyle, _ box: Box
  ) -> TextLayout? {
    guard lines.count <= style.lines ?? .max,
      lines.reduce(0, { $0 + $1.height }) <= box.height
    else { return nil }
    let layout = TextLayout(
      lines, width: box.width, height: box.height, style.horizontal, style.vertical)
    return layout.isInside(width: box.width, height: box.height) ? layout : nil
  }

  /// The largest size at which the text fits, found from where its width would.
  private func shrink(
    _ text: String, _ style: TextStyle, _ lines: [ShapedLine], _ font: Font, _ box: Box
  ) throws(FontFault) -> TextLayout? {
    // Hinting moves widths by a dot or two, so the search begins a little above.
    let width = try widthInOneLine(text, style, lines, font)
    let largestInOneLine = width.map { font.size * box.width / max($0, 1) + 2 } ?? .max
    for size in stride(from: font.size - 1, through: smallestSize(style), by: -1) {
      let smaller = try engine.font(style.font, size: size)
      let room = min(style.lines ?? .max, box.height / smaller.lineHeight)
      guard room > 1 || room == 1 && size <= largestInOneLine else { continue }
      let lines =
        room == 1 && text.isPlainLine
        ? [try smaller.shape(text)] : try self.lines(of: text, style, smaller, box)
      if let layout = layout(lines, style, box) { return layout }
    }
    return nil
  }

  /// How wide a text is where it isn't wrapped, if that is known without much ado.
  private func widthInOneLine(
    _ text: String, _ style: TextStyle, _ lines: [ShapedLine], _ font: Font
  ) throws(FontFault) -> Int? {
    if style.lines == 1 { return lines.first?.inkColumns.count }
    return text.isPlainLine ? try font.shape(text).inkColumns.count : nil
  }

  /// The most characters that fit with an ellipsis behind them; at least one.
  private func truncate(
    _ text: String, _ style: TextStyle, _ font: Font, _ box: Box
  ) throws(FontFault) -> TextLayout? {
    var best: TextLayout?
    var (shortest, longest) = (1, text.count - 1)
    while shortest <= longest {
      let count = (shortest + longest) / 2
      let lines = try self.lines(of: text.prefix(count) + "…", style, font, box)
      if let layout = layout(lines, style, box) {
        best = layout
        shortest = count + 1
      } else {
        longest = count - 1
      }
    }
    return best
  }
}
