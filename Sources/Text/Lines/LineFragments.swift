/// A glyph as HarfBuzz gives it, in 64ths of a dot.
struct ShapedGlyph {
  /// Its number in the font.
  let id: UInt32
  /// Where its text begins, in bytes.
  var cluster: Int
  let offset: (x: Int32, y: Int32)
  let advance: Int32
  /// Whether what stands before its text, and from there on, doesn't depend on each other.
  let isFreeBefore: Bool
}

/// Parts of ASCII lines whose glyphs don't depend on what stands beside them: numbers of tags are put together from
/// them instead of being shaped each.
///
/// HarfBuzz says of each place inside a line whether a change on one side could change the other, and promises that parts
/// which end at free places give the same glyphs beside others that do (`HB_GLYPH_FLAG_UNSAFE_TO_CONCAT`).
/// Kerned letters and ligatures stay together so. It says nothing of a line's ends: what stood there is used there only.
struct LineFragments {
  private struct Fragment {
    let text: [UInt8]
    /// Their clusters count from the fragment's beginning.
    let glyphs: [ShapedGlyph]
    let place: Place
  }

  /// Which ends of its line a part has.
  private struct Place: Equatable {
    let isFirst: Bool
    let isLast: Bool

    init(_ start: Int, _ end: Int, of count: Int) { (isFirst, isLast) = (start == 0, end == count) }

    var isInside: Bool { !isFirst && !isLast }
  }

  /// By their first byte; of lines without letters apart, since these have another script.
  private var fragments: [[Fragment]] = Array(repeating: [], count: 256)
  private var count = 0
  private static let limit = 256
  private static let longest = 16

  /// The glyphs of a line, if all of it is known.
  func glyphs(of line: UnsafeBufferPointer<UInt8>) -> [ShapedGlyph]? {
    guard let set = Self.set(of: line) else { return nil }
    var glyphs: [ShapedGlyph] = []
    glyphs.reserveCapacity(line.count)
    var start = 0
    while start < line.count {
      guard let known = fragment(at: start, of: line, set) else { return nil }
      for glyph in known.glyphs {
        glyphs.append(glyph)
        glyphs[glyphs.count - 1].cluster += start
      }
      start += known.text.count
    }
    return glyphs
  }

  private func fragment(
    at start: Int, of line: UnsafeBufferPointer<UInt8>, _ set: Int
  ) -> Fragment? {
    fragments[set + Int(line[start])].first { fragment in
      let end = start + fragment.text.count
      guard end <= line.count else { return false }
      return (fragment.place.isInside || fragment.place == Place(start, end, of: line.count))
        && fragment.text.indices.allSatisfy { fragment.text[$0] == line[start + $0] }
    }
  }

  /// Learns from a line that was shaped as a whole.
  mutating func learn(_ line: UnsafeBufferPointer<UInt8>, _ glyphs: [ShapedGlyph]) {
    guard let set = Self.set(of: line), count < Self.limit else { return }
    var first = 0
    for index in glyphs.indices.dropFirst() where glyphs[index].isFreeBefore {
      learn(line, glyphs[first..<index], end: glyphs[index].cluster, set)
      first = index
    }
    learn(line, glyphs[first...], end: line.count, set)
  }

  private mutating func learn(
    _ line: UnsafeBufferPointer<UInt8>, _ glyphs: ArraySlice<ShapedGlyph>, end: Int, _ set: Int
  ) {
    guard let start = glyphs.first?.cluster, start < end, end - start <= Self.longest,
      fragment(at: start, of: line, set)?.text.count ?? 0 < end - start
    else { return }
    let part = Place(start, end, of: line.count)
    guard !(part.isFirst && part.isLast) else { return }
    let own = glyphs.map { glyph in
      var glyph = glyph
      glyph.cluster -= start
      return glyph
    }
    // The longest first: a shorter one may be what it begins with.
    let place = set + Int(line[start])
    fragments[place].append(
      Fragment(text: Array(line[start..<end]), glyphs: own, place: part))
    fragments[place].sort { $0.text.count > $1.text.count }
    count += 1
  }

  /// Where the fragments of a line's kind begin; nil for a line that isn't of ASCII alone.
  private static func set(of line: UnsafeBufferPointer<UInt8>) -> Int? {
    var hasLetters = false
    for byte in line {
      guard byte < 0x80 else { return nil }
      if (0x61...0x7A).contains(byte | 0x20) { hasLetters = true }
    }
    return hasLetters ? 128 : 0
  }
}
