/// What a document shows of a font, gathered while its pages are written.
///
/// Uses of several workers are merged in any order to the same use, so that a document doesn't
/// depend on who wrote which label.
struct PDFFontUse: Sendable, Equatable {
  /// A bit a glyph.
  private var words: [UInt64] = Array(repeating: 0, count: 1024)
  /// What glyphs stand for that say nothing by themselves; of several texts the least.
  private(set) var texts: [UInt32: String] = [:]

  /// Returns whether this is new.
  @inline(__always)
  mutating func insert(_ glyph: UInt32) -> Bool {
    let (index, bit) = (Int(glyph >> 6) & 1023, 1 << UInt64(glyph & 63) as UInt64)
    guard words[index] & bit == 0 else { return false }
    words[index] |= bit
    return true
  }

  /// Returns whether this is new.
  mutating func insert(_ glyph: UInt32, says text: String) -> Bool {
    let isNew = insert(glyph)
    if let other = texts[glyph], other <= text { return isNew }
    texts[glyph] = text
    return true
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
