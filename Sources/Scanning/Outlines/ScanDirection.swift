/// The two ways in which zbar crosses a picture to find linear symbols.
///
/// A picture is scanned row by row, then column by column. *Line* is the number of the row or
/// column, *place* the pixel on it.
enum ScanDirection {
  case rows
  case columns

  func point(place: Int, line: Int) -> PixelPoint {
    self == .rows ? PixelPoint(x: place, y: line) : PixelPoint(x: line, y: place)
  }

  func line(of point: PixelPoint) -> Int { self == .rows ? point.y : point.x }
  func place(of point: PixelPoint) -> Int { self == .rows ? point.x : point.y }
}

/// The place where zbar had read all of a symbol on one scan line.
///
/// That is an end of most symbols, left or right by turns, since zbar crosses the lines to and
/// fro. Of EAN, UPC and DataBar it is the end of the half that was missing yet: any guard.
struct ReadPlace {
  let line: Int
  let place: Int

  init(_ point: PixelPoint, _ direction: ScanDirection) {
    (line, place) = (direction.line(of: point), direction.place(of: point))
  }
}

extension ScanDirection {
  /// zbar's list of points, in the order of reading, parted into those of rows and of columns.
  ///
  /// - Parameter firstIn: the way in which the first point was read, where known.
  static func part(
    _ points: [PixelPoint], firstIn direction: ScanDirection?
  ) -> (rows: [ReadPlace], columns: [ReadPlace]) {
    let start = direction == .columns ? 0 : firstOfColumns(points)
    return (
      points[..<start].map { ReadPlace($0, .rows) },
      points[start...].map { ReadPlace($0, .columns) }
    )
  }

  /// Rows never come back up; the first point above its predecessor is one of the columns.
  private static func firstOfColumns(_ points: [PixelPoint]) -> Int {
    let descents = points.indices.dropFirst()
    return descents.first { points[$0].y < points[$0 - 1].y } ?? points.count
  }
}

extension ZBarSymbol {
  /// Where a linear symbol was read, on rows and on columns.
  var places: (rows: [ReadPlace], columns: [ReadPlace]) {
    let firstIn = quarterTurns.map { $0 & 1 == 0 ? ScanDirection.rows : .columns }
    return ScanDirection.part(points, firstIn: firstIn)
  }
}
