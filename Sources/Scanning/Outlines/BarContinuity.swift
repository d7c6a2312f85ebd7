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
  /// Lines from the facing borders of both bands to lines that are surely inside.
  private let insets: (above: Int, below: Int)

  init(_ above: ReadBand, _ below: ReadBand, in lines: ScanLines) {
    self.lines = lines
    self.above = above.span(at: above.lastLine)
    self.below = below.firstLine
    let higher = [above, below].max { $0.lastLine - $0.firstLine < $1.lastLine - $1.firstLine }
    slope = (higher ?? above).slope(in: lines)
    height = below.lastLine - above.firstLine + 1
    insets = (Self.inset(of: above), Self.inset(of: below))
  }

  private static func inset(of band: ReadBand) -> Int {
    min((band.lastLine - band.firstLine) / 2, 16)
  }

  var holds: Bool {
    guard above.far - above.near >= 8, below > above.line, let lean = leanAcross else {
      return false
    }
    let known = knownBars
    var unlike = 0
    for line in above.line + 1..<below {
      let drift = Int((lean * Double(line - above.line)).rounded())
      unlike = shows(known, at: line, drift) ? 0 : unlike + 1
      if unlike > longestScratch { return false }
    }
    return true
  }

  /// Pixels a line that the bars move from one band to the other; nil where these aren't the same
  /// bars.
  ///
  /// What hides them may touch the lines at the border, so lines inside are tried too.
  private var leanAcross: Double? {
    for (upper, lower) in [(0, 0), insets] {
      let start = above.moved(to: above.line - upper), end = below + lower
      if let drift = BarProfile.drift(of: start, to: end, in: lines) {
        return Double(drift) / Double(end - start.line)
      }
    }
    return nil
  }

  /// The most lines that a scratch may blot out: labels aren't put closer together than a twelfth
  /// of their height.
  ///
  /// Lines of the picture that read all of a tilted symbol leave out two of its corners.
  private var longestScratch: Int {
    max(3, (height + Int(abs(slope) * Double(above.far - above.near))) / 12)
  }

  /// What the bars look like on the last line that was read and, since that may touch what hides
  /// them already, some lines before it.
  private var knownBars: [BarProfile] {
    [0, insets.above].map { inset in
      profile(at: above.line - inset, movedBy: -Int((slope * Double(inset)).rounded()))
    }
  }

  private func shows(_ known: [BarProfile], at line: Int, _ drift: Int) -> Bool {
    [0, -1, 1, -2, 2].contains { shift in
      let seen = profile(at: line, movedBy: drift + shift)
      return known.contains { seen.likeness(to: $0) > BarProfile.surelyAlike }
    }
  }

  /// Lines of a symbol are at right angles to its bars.
  private func profile(at line: Int, movedBy drift: Int) -> BarProfile {
    BarProfile(above.moved(to: line), movedBy: drift, tilt: -slope, of: lines)
  }
}
