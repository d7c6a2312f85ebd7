import Imaging

/// The outline of one physical symbol in the picture.
struct SymbolOutline {
  /// Four corners, clockwise from the symbol's own top left.
  let corners: [PixelPoint]
  /// Quarter turns of the symbol, clockwise.
  let quarterTurns: Int
  /// Agreeing scan lines.
  let quality: Int

  /// zbar's corners of a matrix symbol, which go round the other way.
  init(matrix symbol: ZBarSymbol) {
    let turned = symbol.points.prefix(1) + symbol.points.dropFirst().reversed()
    (corners, quarterTurns) = (Array(turned), symbol.quarterTurns ?? 0)
    quality = symbol.quality
  }

  /// The outline of a band of a linear symbol: a line fitted to either end, from the first line
  /// to the last.
  init(_ band: ReadBand, _ direction: ScanDirection, quarterTurns: Int?, in lines: ScanLines) {
    let near = ResistantLine(band.spans.map { ($0.line, $0.near) })
    let far = ResistantLine(band.spans.map { ($0.line, $0.far) })
    let first = band.first.line
    // A symbol that was read on one line only still has an area.
    let last = max(band.last.line, first + 1)
    let corner = { (side: ResistantLine, line: Int, least: Int) in
      let place = Int(side.place(at: line).rounded())
      return direction.point(place: min(max(place, least), lines.length + least), line: line)
    }
    let upright = [
      corner(near, first, 0), corner(far, first, 1), corner(far, last, 1), corner(near, last, 0),
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

  /// Whether two outlines can't be of two symbols: they share a third of the smaller one.
  func meets(_ other: SymbolOutline) -> Bool {
    3 * bounds.area(sharedWith: other.bounds) >= min(bounds.area, other.bounds.area)
  }

  var bounds: PixelBounds { PixelBounds(corners) }
}
