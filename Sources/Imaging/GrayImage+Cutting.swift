extension GrayImage {
  /// A part of the picture.
  ///
  /// - Parameters:
  ///   - columns: of the part, inside the picture.
  ///   - rows: of the part, inside the picture.
  public func cut(columns: Range<Int>, rows: Range<Int>) -> GrayImage {
    precondition(columns.lowerBound >= 0 && columns.upperBound <= width)
    precondition(rows.lowerBound >= 0 && rows.upperBound <= height)
    return GrayImage.made(width: columns.count, height: rows.count) { target in
      withPixels { source in
        for (index, row) in rows.enumerated() {
          (target + index * columns.count).update(
            from: source + row * width + columns.lowerBound, count: columns.count)
        }
      }
    }
  }
}
