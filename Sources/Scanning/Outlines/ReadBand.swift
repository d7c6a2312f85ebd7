/// Spans of neighbouring lines that belong to one physical symbol.
struct ReadBand {
  private(set) var spans: [ReadSpan]

  init(_ span: ReadSpan) { spans = [span] }

  var first: ReadSpan { spans[0] }
  var last: ReadSpan { spans[spans.count - 1] }
  var lineCount: Int { last.line - first.line + 1 }

  mutating func append(_ more: [ReadSpan]) { spans += more }

  /// Lines without a reading that never part a symbol: zbar misses some in any photo.
  private static let reach = 6

  /// The bands of one scan direction: spans that overlap from line to line, and bands between
  /// which the bars in the picture go on.
  static func bands(of spans: [ReadSpan], in lines: ScanLines) -> [ReadBand] {
    joined(adjacent(spans), in: lines)
  }

  private static func adjacent(_ spans: [ReadSpan]) -> [ReadBand] {
    var bands: [ReadBand] = []
    for span in spans {
      let home = bands.lastIndex {
        span.line - $0.last.line <= reach && $0.last.overlaps(span)
      }
      if let home { bands[home].append([span]) } else { bands.append(ReadBand(span)) }
    }
    return bands
  }

  /// A scratch or dirt across the bars parts a symbol's readings, but not the symbol.
  private static func joined(_ bands: [ReadBand], in lines: ScanLines) -> [ReadBand] {
    var symbols: [ReadBand] = []
    for band in bands {
      let above = symbols.indices.filter {
        symbols[$0].last.line < band.first.line && symbols[$0].last.overlaps(band.first)
      }
      let nearest = above.max { symbols[$0].last.line < symbols[$1].last.line }
      if let nearest, BarContinuity(symbols[nearest], band, in: lines).holds {
        symbols[nearest].append(band.spans)
      } else {
        symbols.append(band)
      }
    }
    return symbols
  }
}
