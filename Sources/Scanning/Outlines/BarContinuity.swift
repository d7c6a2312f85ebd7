/// Whether the bars of one band go on to the next in the picture, so that both are one symbol.
///
/// Two equal labels above each other have white, print or an edge between them: lines that look
/// unlike the bars. Lines of one label look alike even where dirt keeps zbar from reading them;
/// a scratch blots out a few.
struct BarContinuity {
  private let lines: ScanLines
  private let above: ReadSpan
  private let below: Int
  private let height: Int

  init(_ above: ReadBand, _ below: ReadBand, in lines: ScanLines) {
    self.lines = lines
    self.above = above.span(at: above.lastLine)
    self.below = below.firstLine
    height = below.lastLine - above.firstLine + 1
  }

  /// The most lines that a scratch may blot out. Labels aren't put closer together than that.
  private var longestScratch: Int { max(3, height / 12) }

  var holds: Bool {
    guard above.far - above.near >= 8,
      let drift = BarProfile.drift(of: above, to: below, in: lines)
    else { return false }
    let known = BarProfile(from: above.near, to: above.far, line: above.line, of: lines)
    var unlike = 0
    for line in above.line + 1..<max(below, above.line + 1) {
      let expected = drift * (line - above.line) / (below - above.line)
      unlike = shows(known, at: line, expected) ? 0 : unlike + 1
      if unlike > longestScratch { return false }
    }
    return true
  }

  private func shows(_ known: BarProfile, at line: Int, _ drift: Int) -> Bool {
    [drift, drift - 1, drift + 1, drift - 2, drift + 2].contains {
      let seen = BarProfile(from: above.near + $0, to: above.far + $0, line: line, of: lines)
      return seen.likeness(to: known) > BarProfile.surelyAlike
    }
  }
}
