import Imaging

extension GrayImage {
  private static let middle = 128

  /// In two colours: what is darker than the middle is black.
  func darkerThanMiddle() -> Bitmap {
    var bitmap = Bitmap(width: width, height: height)
    for y in 0..<height {
      for x in 0..<width where Int(pixels[y * width + x]) < Self.middle { bitmap[x, y] = true }
    }
    return bitmap
  }

  /// In two colours, grey as a spread of dots: each pixel's error goes to its neighbours (Floyd and
  /// Steinberg, An Adaptive Algorithm for Spatial Grey Scale, 1976).
  func dithered() -> Bitmap {
    var bitmap = Bitmap(width: width, height: height)
    // A pixel more at both ends, so that errors at the edges have somewhere to go.
    var here = [Int](repeating: 0, count: width + 2)
    var below = here
    for y in 0..<height {
      for x in 0..<width {
        let wanted = Int(pixels[y * width + x]) + here[x + 1] / 16
        bitmap[x, y] = wanted < Self.middle
        let error = wanted - (wanted < Self.middle ? 0 : 255)
        here[x + 2] += 7 * error
        below[x] += 3 * error
        below[x + 1] += 5 * error
        below[x + 2] += error
      }
      swap(&here, &below)
      for index in below.indices { below[index] = 0 }
    }
    return bitmap
  }
}
