/// The part of one scan line that a symbol was read on.
struct ReadSpan {
  let line: Int
  let near: Int
  let far: Int

  var width: Int { far - near }

  /// Whether two spans have the half of the narrower one in common.
  func overlaps(_ other: ReadSpan) -> Bool {
    let common = min(far, other.far) - max(near, other.near)
    return 2 * common >= min(width, other.width)
  }

  /// Spans around places, in the order of their lines.
  static func spans(around places: [ReadPlace], in lines: ScanLines) -> [ReadSpan] {
    var current: (line: Int, bars: BarLine)?
    return places.map { place in
      let bars: BarLine
      if let current, current.line == place.line {
        bars = current.bars
      } else {
        bars = BarLine(place.line, of: lines)
        current = (place.line, bars)
      }
      let extent = bars.extent(around: place.place)
      return ReadSpan(line: place.line, near: extent.lowerBound, far: extent.upperBound)
    }
  }
}
