/// Whether the bars of one band go on to the next in the picture, so that both are one symbol.
///
/// Two equal labels above each other have white, print or an edge between them: lines that look
/// unlike the bars. Lines of one label look alike even where dirt keeps zbar from reading them;
/// a scratch blots out a few. Lines here are those of the symbol, which may lie askew.
struct BarContinuity {
  private let lines: ScanLines
  private let above: ReadSpan
  private let below: Int
  /// Pixels that the bars of the higher band move along the line for each line.
  private let slope: Double
  /// Lines from the first reading of both to the last.
  private let height: Int

  init(_ above: ReadBand, _ below: ReadBand, in lines: ScanLines) {
    self.lines = lines
    self.above = above.span(at: above.lastLine)
    self.below = below.firstLine
    let higher = [above, below].max { $0.lastLine - $0.firstLine < $1.lastLine - $1.firstLine }
    slope = (higher ?? above).slope(in: lines)
    height = below.lastLine - above.firstLine + 1
  }

  var holds: Bool {
    guard above.far - above.near >= 8, below > above.line,
      let drift = BarProfile.drift(of: above, to: below, in: lines)
    else { return false }
    // The lines of a symbol are at right angles to its bars.
    let known = BarProfile(above, tilt: -slope, of: lines)
    // Lines of the picture that read all of a tilted symbol leave out two of its corners.
    let symbolHeight = height + Int(abs(slope) * Double(above.far - above.near))
    var unlike = 0
    for line in above.line + 1..<below {
      let expected = drift * (line - above.line) / (below - above.line)
      unlike = shows(known, at: line, expected) ? 0 : unlike + 1
      if unlike > longestScratch(symbolHeight) { return false }
    }
    return true
  }

  /// The most lines that a scratch may blot out. Labels aren't put closer together than that.
  private func longestScratch(_ height: Int) -> Int { max(3, height / 12) }

  private func shows(_ known: BarProfile, at line: Int, _ drift: Int) -> Bool {
    let span = above.moved(to: line)
    return [drift, drift - 1, drift + 1, drift - 2, drift + 2].contains {
      BarProfile(span, movedBy: $0, tilt: -slope, of: lines).likeness(to: known)
        > BarProfile.surelyAlike
    }
  }
}
