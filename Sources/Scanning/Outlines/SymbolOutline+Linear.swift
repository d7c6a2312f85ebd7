import Imaging

extension SymbolOutline {
  /// One outline for each physical symbol among the readings of one content.
  static func outlines(ofLinear symbol: ZBarSymbol, in image: GrayImage) -> [SymbolOutline] {
    let places = symbol.places
    let byRows = outlines(places.rows, .rows, symbol, image)
    let byColumns = outlines(places.columns, .columns, symbol, image)
    // A wide and high symbol that lies askew is read both ways.
    return trusted(
      byRows + byColumns.filter { outline in !byRows.contains { $0.meets(outline) } })
  }

  private static func outlines(
    _ places: [ReadPlace], _ direction: ScanDirection, _ symbol: ZBarSymbol, _ image: GrayImage
  ) -> [SymbolOutline] {
    guard let kind = symbol.kind, !places.isEmpty else { return [] }
    let lines = ScanLines(image, direction)
    let spans = ReadSpan.spans(around: places, in: lines)
    let bands = ReadBand.bands(of: spans) { above, below in
      kind.isDataBar
        ? isNextRow(below, to: above) : BarContinuity(above, below, in: lines).holds
    }
    let outlines = bands.map {
      SymbolOutline($0, direction, quarterTurns: symbol.quarterTurns, in: lines)
    }
    return merged(outlines)
  }

  /// The rows of a stacked symbol look unlike each other, but are never further apart than high.
  private static func isNextRow(_ below: ReadBand, to above: ReadBand) -> Bool {
    let height = max(above.lastLine - above.firstLine, below.lastLine - below.firstLine)
    return below.firstLine - above.lastLine <= height + 1
  }

  /// Of outlines that lie in each other the best read one counts.
  private static func merged(_ outlines: [SymbolOutline]) -> [SymbolOutline] {
    var kept: [SymbolOutline] = []
    for outline in outlines.sorted(by: { $0.quality > $1.quality }) {
      if !kept.contains(where: { $0.meets(outline) }) { kept.append(outline) }
    }
    return kept
  }

  /// Where a picture holds the content for certain, a stray line that seems to hold it elsewhere is
  /// no second symbol: each place must have four agreeing lines of its own, which is what zbar
  /// demands of symbologies with weak checks.
  ///
  /// Where none has, the best counts.
  private static func trusted(_ outlines: [SymbolOutline]) -> [SymbolOutline] {
    let trusted = outlines.filter { $0.quality >= 4 }
    return trusted.isEmpty ? Array(outlines.prefix(1)) : trusted
  }
}
