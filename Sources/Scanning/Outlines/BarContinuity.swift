/// Whether the bars of one band go on to the next in the picture, so that both are one symbol.
///
/// Two equal labels above each other have white, print or an edge between them: lines that look
/// unlike the bars. Lines of one label look alike even where dirt keeps zbar from reading them;
/// a scratch blots out a few.
struct BarContinuity {
  private let lines: ScanLines
  private let above: ReadSpan
  private let below: ReadSpan
  private let height: Int

  init(_ above: ReadBand, _ below: ReadBand, in lines: ScanLines) {
    self.lines = lines
    self.above = above.last
    self.below = below.first
    height = below.last.line - above.first.line + 1
  }

  /// The most lines that a scratch may blot out. Labels aren't put closer together than that.
  private var longestScratch: Int { max(3, height / 12) }
  /// The correlation from which a line looks like the bars. Unlike lines stay below 0.3.
  private static let likeness = 0.5

  var holds: Bool {
    let near = max(above.near, below.near), far = min(above.far, below.far)
    guard far - near >= 8 else { return false }
    let upper = profile(from: near, to: far, line: above.line)
    // A symbol that lies askew moves along the line by up to one pixel a line.
    let steepest = min(below.line - above.line, (far - near) / 4)
    let drifts = (-steepest...steepest).map { drift in
      (drift, profile(from: near + drift, to: far + drift, line: below.line).likeness(to: upper))
    }
    guard let best = drifts.max(by: { $0.1 < $1.1 }), best.1 > Self.likeness else { return false }
    return goesOn(upper, from: near, to: far, drift: best.0)
  }

  private func goesOn(_ upper: BarProfile, from near: Int, to far: Int, drift: Int) -> Bool {
    let gap = below.line - above.line
    var unlike = 0
    for distance in 1..<max(gap, 1) {
      let expected = drift * distance / gap
      let isLike = [0, -1, 1, -2, 2].contains { shift in
        let offset = expected + shift
        let seen = profile(from: near + offset, to: far + offset, line: above.line + distance)
        return seen.likeness(to: upper) > Self.likeness
      }
      unlike = isLike ? 0 : unlike + 1
      if unlike > longestScratch { return false }
    }
    return true
  }

  private func profile(from near: Int, to far: Int, line: Int) -> BarProfile {
    BarProfile(from: near, to: far, line: line, of: lines)
  }
}

/// The shades along a part of a line, at no more places than it takes to tell bars apart.
private struct BarProfile {
  private let shades: [Int]

  init(from near: Int, to far: Int, line: Int, of lines: ScanLines) {
    let count = min(far - near + 1, 512)
    shades = (0..<count).map { lines[near + (far - near) * $0 / (count - 1), line] }
  }

  /// Pearson's coefficient, −1…1; 0 for a line of one shade.
  func likeness(to other: BarProfile) -> Double {
    var (sumA, sumB, sumAA, sumBB, sumAB) = (0, 0, 0, 0, 0)
    for (a, b) in zip(shades, other.shades) {
      sumA += a
      sumB += b
      sumAA += a * a
      sumBB += b * b
      sumAB += a * b
    }
    let count = shades.count
    let product = Double(count * sumAA - sumA * sumA) * Double(count * sumBB - sumB * sumB)
    return product > 0 ? Double(count * sumAB - sumA * sumB) / product.squareRoot() : 0
  }
}
