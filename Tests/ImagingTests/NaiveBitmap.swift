import Imaging
import TestSupport

/// A picture dot by dot, drawn on in the most obvious way: the model for the fast bitmap.
struct NaiveBitmap: Equatable {
  let width: Int
  let height: Int
  var dots: [[Bool]]

  init(width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    dots = Array(repeating: Array(repeating: false, count: width), count: height)
  }

  init(_ bitmap: Bitmap) {
    self.init(width: bitmap.width, height: bitmap.height)
    for y in 0..<height { for x in 0..<width { dots[y][x] = bitmap[x, y] } }
  }

  mutating func fill(x: Int, y: Int, width: Int, height: Int, black: Bool) {
    for row in dots.indices where row >= y && row < y + height {
      for column in 0..<self.width where column >= x && column < x + width {
        dots[row][column] = black
      }
    }
  }

  mutating func draw(_ other: NaiveBitmap, x: Int, y: Int) {
    for row in 0..<other.height {
      for column in 0..<other.width where other.dots[row][column] {
        guard dots.indices.contains(y + row), x + column >= 0, x + column < width else { continue }
        dots[y + row][x + column] = true
      }
    }
  }

  func isWhite(x: Int, y: Int, width: Int, height: Int) -> Bool {
    !dots.indices.contains { row in
      row >= y && row < y + height
        && dots[row].indices.contains { $0 >= x && $0 < x + width && dots[row][$0] }
    }
  }

  /// One quarter turn clockwise.
  var turned: NaiveBitmap {
    var turned = NaiveBitmap(width: height, height: width)
    for y in 0..<height { for x in 0..<width { turned.dots[x][height - 1 - y] = dots[y][x] } }
    return turned
  }
}

extension RandomSource {
  mutating func bitmap(width: Int, height: Int) -> Bitmap {
    var bitmap = Bitmap(width: width, height: height)
    for y in 0..<height { for x in 0..<width { bitmap[x, y] = Bool.random(using: &self) } }
    return bitmap
  }

  mutating func grayImage(width: Int, height: Int) -> GrayImage {
    GrayImage(
      width: width, height: height,
      pixels: (0..<width * height).map { _ in UInt8.random(in: 0...255, using: &self) })
  }
}
