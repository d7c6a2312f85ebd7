import Barcodes
import Foundation
import Imaging

/// A picture of labels, put together for a test.
struct Picture {
  var image: GrayImage

  init(width: Int, height: Int, shade: UInt8 = 230) {
    image = GrayImage(width: width, height: height, shade: shade)
  }

  /// A symbol's bars or modules with their top left corner at (x, y).
  mutating func draw(
    _ text: String, as symbology: Symbology, x: Int, y: Int, module: Int = 3, barHeight: Int = 80,
    options: EncodingOptions = EncodingOptions()
  ) throws {
    switch try SymbolEncoder.encode(text, as: symbology, options: options).modules {
    case .linear(let bars):
      var left = x
      for (index, width) in bars.widths.enumerated() {
        let pixels = Int(width) * module
        if index % 2 == 0 { fill(x: left, y: y, width: pixels, height: barHeight, shade: 25) }
        left += pixels
      }
    case .matrix(let matrix):
      for row in 0..<matrix.rows {
        for column in 0..<matrix.columns where matrix[column, row] {
          fill(
            x: x + column * module, y: y + row * module, width: module, height: module, shade: 25)
        }
      }
    }
  }

  /// How many pixels wide a symbol's bars are.
  static func width(of text: String, as symbology: Symbology, module: Int = 3) throws -> Int {
    switch try SymbolEncoder.encode(text, as: symbology).modules {
    case .linear(let bars): bars.width * module
    case .matrix(let matrix): matrix.columns * module
    }
  }

  mutating func fill(x: Int, y: Int, width: Int, height: Int, shade: UInt8) {
    for row in max(y, 0)..<min(y + height, image.height) {
      for column in max(x, 0)..<min(x + width, image.width) {
        image.pixels[row * image.width + column] = shade
      }
    }
  }

  /// The picture turned clockwise around its middle, between pixels as a camera sees it; what
  /// comes in from outside is of one shade.
  func turned(degrees: Double, shade: UInt8 = 230) -> Picture {
    let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
    let (middleX, middleY) = (Double(image.width - 1) / 2, Double(image.height - 1) / 2)
    var turned = Picture(width: image.width, height: image.height, shade: shade)
    for y in 0..<image.height {
      for x in 0..<image.width {
        let (dx, dy) = (Double(x) - middleX, Double(y) - middleY)
        let source = (x: middleX + cosine * dx + sine * dy, y: middleY - sine * dx + cosine * dy)
        turned.image.pixels[y * image.width + x] = between(source.x, source.y, outside: shade)
      }
    }
    return turned
  }

  private func between(_ x: Double, _ y: Double, outside: UInt8) -> UInt8 {
    let (left, top) = (Int(x.rounded(.down)), Int(y.rounded(.down)))
    let shade = { (column: Int, row: Int) -> Double in
      guard column >= 0, row >= 0, column < image.width, row < image.height else {
        return Double(outside)
      }
      return Double(image.pixels[row * image.width + column])
    }
    let (right, down) = (x - Double(left), y - Double(top))
    let upper = shade(left, top) * (1 - right) + shade(left + 1, top) * right
    let lower = shade(left, top + 1) * (1 - right) + shade(left + 1, top + 1) * right
    return UInt8((upper * (1 - down) + lower * down).rounded())
  }
}
