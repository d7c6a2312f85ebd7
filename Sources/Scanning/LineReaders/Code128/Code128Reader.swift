import Barcodes

/// Reads the code words of Code 128 along profiles (ISO/IEC 15417:2007).
///
/// It has memory that is used again from profile to profile: one reader serves one thread.
struct Code128Reader {
  private let matcher: Code128Matcher
  private let quietZone: Float
  private let contrasts: [Float]
  private var finder = EdgeFinder()
  private var mirrored: [Float] = []
  private var words: [UInt8] = []

  /// A reader.
  ///
  /// - Parameters:
  ///   - quietZone: modules of light that are demanded on either side; the standard asks for ten
  ///     (4.2), and print beside a symbol that is known to be there takes some.
  ///   - contrasts: shares of the contrast around that bars and spaces have to stand out by, in the
  ///     order in which they are tried: small ones for blur, great ones for stains.
  ///   - matcher: tells characters apart.
  init(quietZone: Float, contrasts: [Float] = [0.15], matcher: Code128Matcher = .strict) {
    (self.quietZone, self.contrasts, self.matcher) = (quietZone, contrasts, matcher)
  }

  /// The first symbol on a profile whose check character holds; nil where there is none.
  mutating func read(_ profile: UnsafeBufferPointer<Float>) -> Code128Reading? {
    for contrast in contrasts {
      for place in [EdgeFinder.Place.steepest, .halfway] {
        finder.find(in: profile, share: contrast, place: place)
        if let reading = readBothWays(length: Float(profile.count)) { return reading }
      }
    }
    return nil
  }

  private mutating func readBothWays(length: Float) -> Code128Reading? {
    if let ahead = read(finder.edges, beginsWithBar: finder.beginsWithBar) { return ahead }
    let endsWithBar = finder.mirror(length: length, into: &mirrored)
    return read(mirrored, beginsWithBar: endsWithBar)?.mirrored(length: length)
  }

  private mutating func read(_ positions: [Float], beginsWithBar: Bool) -> Code128Reading? {
    positions.withUnsafeBufferPointer {
      read(BarEdges(positions: $0, beginsWithBar: beginsWithBar))
    }
  }

  /// The first symbol among some edges, from near to far.
  mutating func read(_ edges: BarEdges) -> Code128Reading? {
    for start in edges.bars where start + Code128Matcher.fewestEdges <= edges.count {
      guard let end = readWords(edges, from: start), holdsCheckCharacter else { continue }
      return Code128Reading(
        words: Array(words.dropLast()), near: edges.positions[start], far: edges.positions[end])
    }
    return nil
  }

  /// Reads from the start character to the stop character, into `words`; nothing is allocated.
  ///
  /// - Returns: the last edge of the symbol.
  private mutating func readWords(_ edges: BarEdges, from start: Int) -> Int? {
    words.removeAll(keepingCapacity: true)
    let module = edges.width(start, 6) / 11
    guard edges.quiet(before: start) >= quietZone * module,
      let first = matcher.startWord(edges, start)
    else { return nil }
    words.append(first.word)
    var (edge, growth) = (start + 6, first.growth)
    while edge + 6 < edges.count {
      guard let next = matcher.word(edges, edge, growth: growth, module: module) else { return nil }
      if next.word == Code128Matcher.stop {
        return isEnd(edges, edge, growth: growth, module: module) ? edge + 7 : nil
      }
      words.append(next.word)
      // Print grows alike along a symbol, light and lens change slowly.
      growth += (next.growth - growth) / 4
      edge += 6
    }
    return nil
  }

  /// Whether a symbol ends with the stop character that begins at an edge.
  private func isEnd(_ edges: BarEdges, _ edge: Int, growth: Float, module: Float) -> Bool {
    edge + 7 < edges.count && matcher.endsSymbol(edges, edge, growth: growth)
      && edges.quiet(after: edge + 7) >= quietZone * module
  }

  /// The check character stands behind the data.
  private var holdsCheckCharacter: Bool {
    words.count >= 3 && Code128Patterns.checkCharacter(words.dropLast()) == words.last
  }
}
