import Foundation
import Imaging
import TestSupport
import Testing

struct ResizingTests {
  @Test func `every pixel of a shrunk picture is the mean of its box`() {
    var random = RandomSource(seed: 31)
    for _ in 0..<40 {
      let image = GrayImage.random(using: &random)
      let (width, height) = (
        Int.random(in: 1...image.width, using: &random),
        Int.random(in: 1...image.height, using: &random)
      )
      let small = image.shrunk(width: width, height: height)
      for y in 0..<height {
        for x in 0..<width {
          let mean = Self.mean(image, x, y, of: (width, height))
          #expect(abs(Double(small.clamped(x, y)) - mean) < 0.52)
        }
      }
    }
  }

  /// The mean over a box's area, by floating point and from the definition.
  private static func mean(
    _ image: GrayImage, _ x: Int, _ y: Int, of size: (width: Int, height: Int)
  ) -> Double {
    let (wide, high) = (
      Double(image.width) / Double(size.width), Double(image.height) / Double(size.height)
    )
    var sum = 0.0
    for row in 0..<image.height {
      let down = shared(Double(row), Double(y) * high, high)
      for column in 0..<image.width where down > 0 {
        sum +=
          Double(image.clamped(column, row)) * down * shared(Double(column), Double(x) * wide, wide)
      }
    }
    return sum / (wide * high)
  }

  /// How much of the pixel that begins at a place lies in a box.
  private static func shared(_ pixel: Double, _ start: Double, _ length: Double) -> Double {
    max(min(pixel + 1, start + length) - max(pixel, start), 0)
  }

  @Test func `a picture is fitted by its longer side, and never enlarged`() {
    let image = GrayImage(width: 300, height: 100)
    let small = image.fitted(longerSide: 150)
    #expect(small.width == 150 && small.height == 50)
    #expect(image.fitted(longerSide: 300) == image)
    #expect(GrayImage(width: 5000, height: 1).fitted(longerSide: 10).height == 1)
  }

  @Test func `a doubled picture follows the cubic between pixels`() {
    var random = RandomSource(seed: 32)
    for _ in 0..<20 {
      let image = GrayImage.random(using: &random, sides: 1...12)
      let large = image.doubled()
      #expect(large.width == 2 * image.width && large.height == 2 * image.height)
      for y in 0..<large.height {
        for x in 0..<large.width {
          let expected = min(max(Self.cubic(image, x, y), 0), 255)
          #expect(abs(Double(large.clamped(x, y)) - expected) <= 1)
        }
      }
    }
  }

  private static func cubic(_ image: GrayImage, _ x: Int, _ y: Int) -> Double {
    // Catmull and Rom at a quarter of a pixel, as 128ths.
    let weights = [-9.0, 111, 29, -3].map { $0 / 128 }
    let (stepX, stepY) = (x & 1 == 0 ? -1 : 1, y & 1 == 0 ? -1 : 1)
    var sum = 0.0
    for (row, down) in weights.enumerated() {
      for (column, across) in weights.enumerated() {
        let shade = image.clamped(x / 2 + (column - 1) * stepX, y / 2 + (row - 1) * stepY)
        sum += Double(shade) * down * across
      }
    }
    return sum
  }

  @Test func `a part is cut out as it is`() {
    let image = GrayImage(width: 4, height: 3, pixels: Array(0..<12))
    #expect(
      image.cut(columns: 1..<3, rows: 1..<3)
        == GrayImage(width: 2, height: 2, pixels: [5, 6, 9, 10]))
    #expect(image.cut(columns: 2..<2, rows: 0..<3).pixels.isEmpty)
  }

  @Test(arguments: [0.0, 22.0, 45.0, 67.0, 90.0, 180.0, 200.0])
  func `a turned picture shows what lies at the place that it turned from`(degrees: Double) {
    // A slope of shades, so that between pixels there is a value to compare with.
    let image = GrayImage(width: 60, height: 40).mapped { x, y in 2 * x + 3 * y }
    let turned = image.rotated(degrees: degrees, ground: 7)
    let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
    for y in 0..<turned.height {
      for x in 0..<turned.width {
        let dx = Double(x) - Double(turned.width - 1) / 2
        let dy = Double(y) - Double(turned.height - 1) / 2
        let u = 29.5 + cosine * dx + sine * dy, v = 19.5 - sine * dx + cosine * dy
        let shade = Double(turned.clamped(x, y))
        if (0.1...58.9).contains(u), (0.1...38.9).contains(v) {
          #expect(abs(shade - (2 * u + 3 * v)) < 2.5)
        } else if !(-0.1...59.1).contains(u) || !(-0.1...39.1).contains(v) {
          #expect(shade == 7)
        }
      }
    }
  }
}
