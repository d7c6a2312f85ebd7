import Imaging

/// A picture as the lines of one scan direction.
struct ScanLines {
  private let pixels: [UInt8]
  private let lineStride: Int
  private let placeStride: Int
  /// How many lines there are.
  let count: Int
  /// Pixels on each.
  let length: Int

  init(_ image: GrayImage, _ direction: ScanDirection) {
    pixels = image.pixels
    (lineStride, placeStride) = direction == .rows ? (image.width, 1) : (1, image.width)
    (count, length) =
      direction == .rows ? (image.height, image.width) : (image.width, image.height)
  }

  /// The luma at a place of a line; outside of the picture, that of its border.
  subscript(place: Int, line: Int) -> Int {
    let line = min(max(line, 0), count - 1)
    let place = min(max(place, 0), length - 1)
    return Int(pixels[line * lineStride + place * placeStride])
  }
}
