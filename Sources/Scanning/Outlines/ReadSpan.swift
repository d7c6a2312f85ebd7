/// The part of one scan line that a symbol was read on.
struct ReadSpan {
  let line: Int
  /// Where zbar had read all of it.
  let place: Int
  /// First and last bar around the place, as far as they can be followed in the picture.
  let near: Int
  let far: Int

  /// Whether the half of the narrower of two spans lies in the other.
  func overlaps(_ other: ReadSpan) -> Bool {
    let common = min(far, other.far) - max(near, other.near)
    return 2 * common >= min(far - near, other.far - other.near)
  }

  /// The same part of another line.
  func moved(to line: Int) -> ReadSpan {
    ReadSpan(line: line, place: place, near: near, far: far)
  }

  /// Spans around places, in the order of their lines.
  static func spans(around places: [ReadPlace], in lines: ScanLines) -> [ReadSpan] {
    var current: (line: Int, bars: BarLine)?
    return places.map { place in
      let bars =
        current.flatMap { $0.line == place.line ? $0.bars : nil }
        ?? BarLine(place.line, of: lines)
      current = (place.line, bars)
      let extent = bars.extent(around: place.place)
      return ReadSpan(
        line: place.line, place: place.place, near: extent.lowerBound, far: extent.upperBound)
    }
  }
}
