import Barcodes

/// Compares the widths of bars and spaces with the characters of Code 128 (ISO/IEC 15417:2007,
/// table 1).
struct Code128Matcher {
  /// A character that widths are nearest to.
  struct Match {
    let word: UInt8
    /// By how much a bar is wider than it should be, and a space narrower, in modules.
    let growth: Float
    /// Squared modules from the pattern.
    let distance: Float
  }

  /// Edges of a symbol of one character: start, data and check have six elements, stop has seven.
  static let fewestEdges = 3 * 6 + 7 + 1
  /// Squared modules that a character may be from its pattern; two patterns are two apart at least.
  private let tolerance: Float
  /// How much nearer than the second pattern the first has to be: a share of that distance.
  private let lead: Float
  /// Modules of the bar that ends a symbol, which has two.
  private let lastBar: ClosedRange<Float>

  /// As strict as it takes where nothing else is known.
  static let strict = Self(tolerance: 0.9, lead: 0.7, lastBar: 1...3.2)
  /// For symbols of which more is known than what is matched: the nearest pattern counts, and dirt
  /// beside the last bar doesn't.
  static let lenient = Self(tolerance: 3, lead: 1, lastBar: 0.5...1000)

  private init(tolerance: Float, lead: Float, lastBar: ClosedRange<Float>) {
    (self.tolerance, self.lead, self.lastBar) = (tolerance, lead, lastBar)
  }

  /// Six widths a character, one behind the other; the stop character without its last bar.
  private static let patterns =
    (Code128Patterns.characters + [Array(Code128Patterns.stop.prefix(6))])
    .flatMap { $0.map(Float.init) }
  /// The place of the stop character among them.
  static let stop: UInt8 = 106
  private static let starts = Array(Code128Patterns.startA..<stop)
  /// What may come behind a start character.
  private static let data = Array(0..<Code128Patterns.startA) + [stop]

  /// A start character: it tells how far the print has grown, too.
  func startWord(_ edges: BarEdges, _ edge: Int) -> Match? {
    let widths = Widths(edges, edge, growth: 0)
    let match = match(widths, among: Self.starts, isFreeOfGrowth: true)
    // Never lenient: most bars of a picture are no start, and all that follows would be compared.
    return match.flatMap { $0.distance < Self.strict.tolerance ? $0 : nil }
  }

  /// A character behind the start.
  ///
  /// - Parameters:
  ///   - growth: of the characters before, in modules.
  ///   - module: of the start character, in pixels.
  func word(_ edges: BarEdges, _ edge: Int, growth: Float, module: Float) -> Match? {
    // Seen askew, a symbol's far end may look smaller than its near one, but not by a half.
    let ratio = edges.width(edge, 6) / (11 * module)
    guard ratio > 0.6, ratio < 1.6 else { return nil }
    let widths = Widths(edges, edge, growth: growth)
    return match(widths, among: Self.data, isFreeOfGrowth: false).map {
      Match(word: $0.word, growth: $0.growth + growth, distance: $0.distance)
    }
  }

  /// Whether the bar behind the stop character's other elements is one that ends a symbol.
  func endsSymbol(_ edges: BarEdges, _ edge: Int, growth: Float) -> Bool {
    lastBar.contains(edges.width(edge + 6, 1) / edges.width(edge, 6) * 11 - growth)
  }

  private func match(_ widths: Widths, among words: [UInt8], isFreeOfGrowth: Bool) -> Match? {
    Self.patterns.withUnsafeBufferPointer { patterns in
      var (best, second, choice, growth) = (Float.infinity, Float.infinity, UInt8(0), Float(0))
      for word in words {
        let fit = widths.fit(patterns, at: 6 * Int(word))
        // Growth that isn't known yet says nothing against a pattern.
        let distance = fit.distance - (isFreeOfGrowth ? 6 * fit.growth * fit.growth : 0)
        if distance < best {
          (second, best, choice, growth) = (best, distance, word, fit.growth)
        } else if distance < second {
          second = distance
        }
      }
      guard best < tolerance, best < lead * second, abs(growth) < 0.8 else { return nil }
      return Match(word: choice, growth: growth, distance: best)
    }
  }

  /// Three bars and three spaces, in modules.
  private struct Widths {
    let values: (Float, Float, Float, Float, Float, Float)

    init(_ edges: BarEdges, _ edge: Int, growth: Float) {
      let scale = 11 / max(edges.width(edge, 6), .leastNormalMagnitude)
      values = (
        edges.width(edge, 1) * scale - growth, edges.width(edge + 1, 1) * scale + growth,
        edges.width(edge + 2, 1) * scale - growth, edges.width(edge + 3, 1) * scale + growth,
        edges.width(edge + 4, 1) * scale - growth, edges.width(edge + 5, 1) * scale + growth
      )
    }

    /// The squared distance to a pattern, and by how much bars are wider than its bars on the mean.
    @inline(__always)
    func fit(
      _ patterns: UnsafeBufferPointer<Float>, at start: Int
    ) -> (distance: Float, growth: Float) {
      let (a, b) = (values.0 - patterns[start], values.1 - patterns[start + 1])
      let (c, d) = (values.2 - patterns[start + 2], values.3 - patterns[start + 3])
      let (e, f) = (values.4 - patterns[start + 4], values.5 - patterns[start + 5])
      return (a * a + b * b + c * c + d * d + e * e + f * f, (a - b + c - d + e - f) / 6)
    }
  }
}
