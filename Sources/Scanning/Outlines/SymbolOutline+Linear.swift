import Imaging

extension SymbolOutline {
  /// One outline for each physical symbol among the readings of one content.
  static func outlines(ofLinear symbol: ZBarSymbol, in image: GrayImage) -> [SymbolOutline] {
    let firstIn = symbol.quarterTurns.map { $0 & 1 == 0 ? ScanDirection.rows : .columns }
    let places = ScanDirection.part(symbol.points, firstIn: firstIn)
    let byRows = outlines(places.rows, .rows, symbol, image)
    let byColumns = outlines(places.columns, .columns, symbol, image)
    // A wide and high symbol that lies askew is read both ways.
    return trusted(
      byRows + byColumns.filter { outline in !byRows.contains { $0.meets(outline) } }, symbol)
  }

  private static func outlines(
    _ places: [ReadPlace], _ direction: ScanDirection, _ symbol: ZBarSymbol, _ image: GrayImage
  ) -> [SymbolOutline] {
    guard !places.isEmpty else { return [] }
    let lines = ScanLines(image, direction)
    let bands = ReadBand.bands(of: ReadSpan.spans(around: places, in: lines), in: lines)
    let outlines = bands.map {
      SymbolOutline($0, direction, quarterTurns: symbol.quarterTurns, in: lines)
    }
    return merged(outlines)
  }

  /// Of outlines that lie in each other the best read one counts.
  private static func merged(_ outlines: [SymbolOutline]) -> [SymbolOutline] {
    var kept: [SymbolOutline] = []
    for outline in outlines.sorted(by: { $0.quality > $1.quality }) {
      if !kept.contains(where: { $0.meets(outline) }) { kept.append(outline) }
    }
    return kept
  }

  /// Where a picture holds the content for certain, a stray line that seems to hold it elsewhere
  /// is no second symbol: zbar demands four agreeing lines of weakly checked symbologies, and
  /// each place must reach that by itself.
  private static func trusted(
    _ outlines: [SymbolOutline], _ symbol: ZBarSymbol
  ) -> [SymbolOutline] {
    let trusted = outlines.filter { $0.quality >= 4 || symbol.kind == .code128 }
    return trusted.isEmpty ? Array(outlines.prefix(1)) : trusted
  }
}
