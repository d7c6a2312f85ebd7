import CHarfBuzz

/// A part of a line that is shaped at once: one font, one script, one direction.
struct TextItem {
  /// Its bytes in the line's text.
  var range: Range<Int>
  /// Its font, by its place in the list of families.
  let face: Int
  let script: hb_script_t
  /// Odd where it runs from the right.
  let level: Int8

  /// Items from the left to the right of a line (UAX #9, L2): whatever has a level or a higher one is turned
  /// around, from the highest level down to the lowest odd one.
  static func inVisualOrder(_ items: [TextItem]) -> [TextItem] {
    guard let highest = items.map(\.level).max(), highest > 0 else { return items }
    var items = items
    for level in (1...highest).reversed() {
      var start = 0
      while start < items.count {
        guard items[start].level >= level else {
          start += 1
          continue
        }
        let end = items[start...].firstIndex { $0.level < level } ?? items.count
        items[start..<end].reverse()
        start = end
      }
    }
    return items
  }
}
