/// Collects what bands read, and tells what enough of them agree about.
struct BandAgreement {
  /// Equal readings of bands that lie beside each other.
  struct Group {
    fileprivate(set) var reading: LineReading
    /// Of the first and last band, and how many agreed.
    fileprivate(set) var firstLine: Int
    fileprivate(set) var lastLine: Int
    fileprivate(set) var bands = 1
    fileprivate(set) var last: (near: Float, far: Float)

    fileprivate init(_ reading: LineReading, line: Int) {
      (self.reading, firstLine, lastLine) = (reading, line, line)
      last = (reading.near, reading.far)
    }

    /// A group that is known.
    init(
      _ reading: LineReading, lines: ClosedRange<Int>, bands: Int, last: (near: Float, far: Float)
    ) {
      (self.reading, self.bands, self.last) = (reading, bands, last)
      (firstLine, lastLine) = (lines.lowerBound, lines.upperBound)
    }

    /// As zbar would say it.
    var symbol: ZBarSymbol {
      ZBarSymbol(
        kind: reading.kind, bytes: reading.bytes, isGS1: reading.isGS1, isAIM: reading.isAIM)
    }
  }

  private var groups: [Group] = []

  mutating func add(_ reading: LineReading, line: Int) {
    let home = groups.firstIndex {
      $0.reading.kind == reading.kind && $0.reading.bytes == reading.bytes
        && $0.reading.isReversed == reading.isReversed && $0.overlaps(reading)
    }
    guard let home else { return groups.append(Group(reading, line: line)) }
    groups[home].take(reading, line: line)
  }

  /// Groups that nobody contradicts: another content on the same bars has three times fewer bands.
  var settled: [Group] {
    groups.filter { group in
      !groups.contains { other in
        other.reading.bytes != group.reading.bytes && other.meets(group)
          && 3 * other.bands > group.bands
      }
    }
  }
}

extension BandAgreement.Group {
  fileprivate mutating func take(_ next: LineReading, line: Int) {
    reading.doubt = min(reading.doubt, next.doubt)
    last = (next.near, next.far)
    lastLine = line
    bands += 1
  }

  fileprivate func overlaps(_ other: LineReading) -> Bool {
    let common = min(last.far, other.far) - max(last.near, other.near)
    return 2 * common > min(last.far - last.near, other.far - other.near)
  }

  fileprivate func meets(_ other: Self) -> Bool {
    other.overlaps(reading) && firstLine <= other.lastLine && other.firstLine <= lastLine
  }

  /// Four corners: where the symbol begins and ends on the first band and on the last.
  ///
  /// - Parameter reach: lines from a band's middle to its border.
  func outline(_ direction: ScanDirection, reach: Int) -> SymbolOutline {
    let corner = { (place: Float, line: Int) in
      direction.point(place: Int(place.rounded()), line: line)
    }
    let (top, bottom) = (max(firstLine - reach, 0), max(lastLine + reach, firstLine - reach + 1))
    let corners = [
      corner(reading.near, top), corner(reading.far, top), corner(last.far, bottom),
      corner(last.near, bottom),
    ]
    // By columns, near is up and the first line is on the left: the other way round.
    let clockwise =
      direction == .rows ? corners : [corners[0], corners[3], corners[2], corners[1]]
    let turns = (direction == .rows ? 0 : 1) + (reading.isReversed ? 2 : 0)
    return SymbolOutline(
      corners: (0..<4).map { clockwise[($0 + turns) & 3] }, quarterTurns: turns, quality: bands)
  }
}
