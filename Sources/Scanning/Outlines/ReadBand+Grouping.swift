extension ReadBand {
  /// Lines without a reading that never part a symbol: zbar misses some in any photo.
  private static let reach = 6

  /// The bands of one scan direction, one for each physical symbol: spans that overlap from line
  /// to line, and bands between which the symbol goes on in the picture.
  static func bands(
    of spans: [ReadSpan], goesOn: (_ above: ReadBand, _ below: ReadBand) -> Bool
  ) -> [ReadBand] {
    var symbols: [ReadBand] = []
    for band in adjacent(spans) {
      if let home = home(of: band, among: symbols, goesOn) {
        symbols[home].merge(band)
      } else {
        symbols.append(band)
      }
    }
    return absorbingFragments(symbols)
  }

  private static func adjacent(_ spans: [ReadSpan]) -> [ReadBand] {
    var bands: [ReadBand] = []
    for span in spans {
      let home = bands.lastIndex {
        span.line - $0.lastLine <= reach && $0.spans[$0.spans.count - 1].overlaps(span)
      }
      if let home { bands[home].append(span) } else { bands.append(ReadBand([span])) }
    }
    return bands
  }

  /// The lowest band above or beside another one that is of the same symbol.
  private static func home(
    of band: ReadBand, among symbols: [ReadBand],
    _ goesOn: (_ above: ReadBand, _ below: ReadBand) -> Bool
  ) -> Int? {
    let start = band.span(at: band.firstLine)
    let candidates = symbols.indices.filter {
      symbols[$0].span(at: min(symbols[$0].lastLine, band.firstLine)).overlaps(start)
    }
    guard let nearest = candidates.max(by: { symbols[$0].lastLine < symbols[$1].lastLine }) else {
      return nil
    }
    let isClose = band.firstLine - symbols[nearest].lastLine <= reach
    return isClose || goesOn(symbols[nearest], band) ? nearest : nil
  }
}

extension ReadBand {
  private var width: Int {
    let span = span(at: middleLine, reach: lastLine - firstLine)
    return span.far - span.near
  }

  /// zbar needs a pixel a module; UPC-E has 51 modules, EAN-13 has 95.
  private static let narrowestSymbol = 50
  private static let usualSymbol = 95

  /// In a blurred picture the bars around a place can't be followed far.
  ///
  /// A band that is much narrower than the content's others, or than any symbol, belongs to the
  /// band beside it.
  private static func absorbingFragments(_ bands: [ReadBand]) -> [ReadBand] {
    let limit = max(bands.map(\.width).max() ?? 0, 2 * narrowestSymbol) / 2
    let (wide, narrow) = (bands.filter { $0.width >= limit }, bands.filter { $0.width < limit })
    var symbols = wide
    for fragment in narrow {
      let home = symbols.indices.filter { symbols[$0].isBeside(fragment) }.max {
        symbols[$0].spans.count < symbols[$1].spans.count
      }
      if let home { symbols[home].merge(fragment) } else { symbols.append(fragment) }
    }
    return symbols
  }

  /// Whether two bands share lines, and lie no further apart than a half of a symbol.
  private func isBeside(_ other: ReadBand) -> Bool {
    let line = max(firstLine, other.firstLine)
    guard line <= min(lastLine, other.lastLine) + Self.reach else { return false }
    let (own, others) = (span(at: line), other.span(at: line))
    let gap = max(own.near, others.near) - min(own.far, others.far)
    return gap <= max(max(width, other.width) / 2, Self.usualSymbol)
  }
}
