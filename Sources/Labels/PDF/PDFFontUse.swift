/// What a document shows of a font, gathered while its pages are written.
///
/// Uses of several workers are merged in any order to the same use, so that a document doesn't
/// depend on who wrote which label.
struct PDFFontUse: Sendable, Equatable {
  /// A bit a glyph.
  private var words: [UInt64] = Array(repeating: 0, count: 1024)
  /// What glyphs stand for that say nothing by themselves; of several texts the least.
  private(set) var texts: [UInt32: String] = [:]

  @inline(__always)
  mutating func insert(_ glyph: UInt32) {
    words[Int(glyph >> 6) & 1023] |= 1 << UInt64(glyph & 63)
  }

  mutating func insert(_ glyph: UInt32, says text: String) {
    insert(glyph)
    guard let other = texts[glyph] else { return texts[glyph] = text }
    texts[glyph] = min(other, text)
  }

  mutating func merge(_ other: PDFFontUse) {
    for index in words.indices { words[index] |= other.words[index] }
    texts.merge(other.texts) { min($0, $1) }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// The glyphs in ascending order.
  var glyphs: [UInt32] {
    var glyphs: [UInt32] = []
    for (index, word) in words.enumerated() {
      var left = word
      while left != 0 {
        glyphs.append(UInt32(index * 64 + left.trailingZeroBitCount))
        left &= left - 1
      }
    }
    return glyphs
  }
}
