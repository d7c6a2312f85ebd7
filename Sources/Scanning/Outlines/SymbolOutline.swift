import Imaging

/// The outline of one physical symbol in the picture.
struct SymbolOutline {
  /// Four corners, clockwise from the symbol's own top left.
  let corners: [PixelPoint]
  /// Quarter turns of the symbol, clockwise.
  let quarterTurns: Int
  /// Agreeing scan lines.
  let quality: Int

  /// An outline that is known.
  init(corners: [PixelPoint], quarterTurns: Int, quality: Int) {
    (self.corners, self.quarterTurns, self.quality) = (corners, quarterTurns, quality)
  }

  /// zbar's corners of a matrix symbol, which go round the other way.
  init(matrix symbol: ZBarSymbol) {
    let turned = symbol.points.prefix(1) + symbol.points.dropFirst().reversed()
    (corners, quarterTurns) = (Array(turned), symbol.quarterTurns ?? 0)
    quality = symbol.quality
  }

  /// The outline of a band of a linear symbol: its two sides, from the first line to the last.
  init(_ band: ReadBand, _ direction: ScanDirection, quarterTurns: Int?, in lines: ScanLines) {
    let sides = BandSides(band, in: lines)
    let first = band.firstLine
    // A symbol that was read on one line only still has an area.
    let last = max(band.lastLine, first + 1)
    let corner = { (place: Int, line: Int) in
      direction.point(place: min(max(place, 0), lines.length), line: line)
    }
    let upright = [
      corner(sides.near(at: first), first), corner(sides.far(at: first), first),
      corner(sides.far(at: last), last), corner(sides.near(at: last), last),
    ]
    let turns = quarterTurns ?? 0
    // Rows read upright and upside-down symbols, columns those that lie on their side.
    self.quarterTurns = direction == .rows ? turns & 2 : turns | 1
    corners = Self.corners(upright, direction, quarterTurns: self.quarterTurns)
    quality = band.spans.count
  }

  /// Corners that go near–far on the first line and back on the last, put into the symbol's order.
  private static func corners(
    _ corners: [PixelPoint], _ direction: ScanDirection, quarterTurns: Int
  ) -> [PixelPoint] {
    // By columns, near is up and the first line is on the left: the other way round.
    let clockwise = direction == .rows ? corners : [corners[0], corners[3], corners[2], corners[1]]
    return (0..<4).map { clockwise[($0 + quarterTurns) & 3] }
  }

  /// Whether two outlines are of one symbol.
  func meets(_ other: SymbolOutline) -> Bool {
    PixelBounds(corners).meets(PixelBounds(other.corners))
  }
}
