/// Spans of neighbouring lines that belong to one physical symbol, in the order of their lines.
struct ReadBand {
  private(set) var spans: [ReadSpan]

  init(_ spans: [ReadSpan]) { self.spans = spans }

  var firstLine: Int { spans[0].line }
  var lastLine: Int { spans[spans.count - 1].line }
  var middleLine: Int { spans[spans.count / 2].line }

  mutating func append(_ span: ReadSpan) { spans.append(span) }

  mutating func merge(_ other: ReadBand) {
    spans = (spans + other.spans).sorted { $0.line < $1.line }
  }

  /// Where the symbol lies on a line, if it stands straight, by the spans within reach of it.
  ///
  /// Bars are lost to blur more often than something else is taken for bars: of the spans, those
  /// that reach far count.
  func span(at line: Int, reach: Int = 16) -> ReadSpan {
    let close = spans.filter { abs($0.line - line) <= reach }
    let counted = close.isEmpty ? spans : close
    return ReadSpan(
      line: line, place: counted[0].place, near: counted.map(\.near).quantile(0.2),
      far: counted.map(\.far).quantile(0.8))
  }
}

extension [Int] {
  /// The value below which a share of the values lies; 0 of none.
  func quantile(_ share: Double) -> Int {
    isEmpty ? 0 : sorted()[Swift.min(Int(Double(count) * share), count - 1)]
  }
}
