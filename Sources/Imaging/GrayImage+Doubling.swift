extension GrayImage {
  /// The picture at twice its size, between pixels by Catmull and Rom's cubic.
  ///
  /// Bars of one or two pixels get the width that a decoder's edge finder needs.
  public func doubled() -> GrayImage {
    GrayImage.made(width: 2 * width, height: 2 * height) { target in
      withPixels { source in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: width + 3) { scratch in
          guard let padded = scratch.baseAddress else { return }
          for y in 0..<2 * height {
            gather(row: y, of: source, into: padded + 1)
            spread(padded, into: target + y * 2 * width)
          }
        }
      }
    }
  }

  /// The cubic's weights a quarter of a pixel behind a pixel, in 128ths: before it, the pixel, the
  /// next and the one after.
  private static let weights: (Int32, Int32, Int32, Int32) = (-9, 111, 29, -3)

  /// One row of the doubled picture, in 128ths, yet at the columns of the picture; its first and
  /// last pixels are repeated.
  private func gather(
    row: Int, of source: UnsafePointer<UInt8>, into line: UnsafeMutablePointer<Int32>
  ) {
    // Odd rows lie a quarter below their pixel, even rows a quarter above it.
    let step = row & 1 == 0 ? -1 : 1
    let rows = (-1...2).map { source + min(max(row / 2 + $0 * step, 0), height - 1) * width }
    let (before, own, next, after) = (rows[0], rows[1], rows[2], rows[3])
    let (w0, w1, w2, w3) = Self.weights
    for x in 0..<width {
      line[x] =
        w0 &* Int32(before[x]) &+ w1 &* Int32(own[x]) &+ w2 &* Int32(next[x])
        &+ w3 &* Int32(after[x])
    }
    line[-1] = line[0]
    line[width] = line[width - 1]
    line[width + 1] = line[width - 1]
  }

  /// - Parameter padded: a row with one pixel before it and two behind it.
  private func spread(
    _ padded: UnsafePointer<Int32>, into target: UnsafeMutablePointer<UInt8>
  ) {
    let (w0, w1, w2, w3) = Self.weights
    let line = padded + 1
    for x in 0..<width {
      let (before, own, next) = (line[x - 1], line[x], line[x + 1])
      let twoBefore = line[max(x - 2, -1)], twoAfter = line[min(x + 2, width + 1)]
      let left = w0 &* next &+ w1 &* own &+ w2 &* before &+ w3 &* twoBefore
      let right = w0 &* before &+ w1 &* own &+ w2 &* next &+ w3 &* twoAfter
      target[2 * x] = UInt8(clamping: (left &+ 8192) >> 14)
      target[2 * x + 1] = UInt8(clamping: (right &+ 8192) >> 14)
    }
  }
}
