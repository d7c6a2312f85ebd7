internal import CDataMatrix

/// The one owner of a libdmtx region: a place that looks like a symbol.
struct DataMatrixRegion: ~Copyable {
  let handle: UnsafeMutablePointer<DmtxRegion>

  init(owning handle: UnsafeMutablePointer<DmtxRegion>) {
    self.handle = handle
  }

  deinit {
    var handle: UnsafeMutablePointer<DmtxRegion>? = handle
    dmtxRegionDestroy(&handle)
  }

  /// The corners in pixels of a frame of some rows, clockwise from the symbol's own top left; nil
  /// where they are nowhere near the frame.
  borrowing func corners(rows: Int) -> [PixelPoint]? {
    var corners: [PixelPoint] = []
    for (x, y) in [(0.0, 1.0), (1, 1), (1, 0), (0, 0)] {
      let point = tally_dmtx_point(handle, x, y)
      guard abs(point.X) < Self.furthest, abs(point.Y) < Self.furthest else { return nil }
      // libdmtx counts rows from the bottom.
      corners.append(
        PixelPoint(x: Int(point.X.rounded()), y: Int((Double(rows - 1) - point.Y).rounded())))
    }
    return corners
  }

  private static let furthest = 100_000.0
}
