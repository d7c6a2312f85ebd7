import Text

/// Layouts of texts in their boxes, for one thread at a time: names and places of a table repeat.
final class TextLayoutCache {
  private struct Key: Hashable {
    let text: String
    let style: TextStyle
    let box: TextFitter.Box

    /// The rest tells two apart too rarely to be worth its hash.
    func hash(into hasher: inout Hasher) {
      hasher.combine(text)
      hasher.combine(box.height)
    }
  }

  /// A few kilobytes each.
  private var layouts = RecentValues<Key, TextLayout>(limit: 256)

  /// The layout that was kept, or the one that is made now; nil where a text doesn't fit, and is refused.
  func layout(
    _ text: String, _ style: TextStyle, in box: TextFitter.Box,
    make: () throws(FontFault) -> TextLayout?
  ) throws(FontFault) -> TextLayout? {
    let key = Key(text: text, style: style, box: box)
    if let layout = layouts[key] { return layout }
    guard let layout = try make() else { return nil }
    layouts.keep(layout, for: key)
    return layout
  }
}
