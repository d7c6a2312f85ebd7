import Imaging
import TestSupport
import Testing

struct ReductionTests {
  /// The mean over the area of a box, by floating point and from the definition.
  private static func mean(
    _ image: GrayImage, _ columns: ClosedRange<Double>, _ rows: ClosedRange<Double>
  ) -> Double {
    var (sum, area) = (0.0, 0.0)
    for y in 0..<image.height {
      for x in 0..<image.width {
        let wide = min(columns.upperBound, Double(x + 1)) - max(columns.lowerBound, Double(x))
        let high = min(rows.upperBound, Double(y + 1)) - max(rows.lowerBound, Double(y))
        guard wide > 0, high > 0 else { continue }
        sum += Double(image.pixels[y * image.width + x]) * wide * high
        area += wide * high
      }
    }
    return sum / area
  }

  @Test func `every pixel is the mean of its box, in any part of any picture`() {
    var random = RandomSource(seed: 7)
    for _ in 0..<60 {
      let (width, height) = (
        Int.random(in: 1...40, using: &random), Int.random(in: 1...40, using: &random)
      )
      let image = GrayImage(
        width: width, height: height,
        pixels: (0..<width * height).map { _ in UInt8.random(in: 0...255, using: &random) })
      let (left, top) = (
        Int.random(in: 0..<width, using: &random), Int.random(in: 0..<height, using: &random)
      )
      let limit = Int.random(in: 1...45, using: &random)
      let small = image.reduced(columns: left..<width, rows: top..<height, longerSide: limit)
      #expect(max(small.width, small.height) == min(limit, max(width - left, height - top)))
      let wide = Double(width - left) / Double(small.width)
      let high = Double(height - top) / Double(small.height)
      for y in 0..<small.height {
        for x in 0..<small.width {
          let mean = Self.mean(
            image, Double(left) + Double(x) * wide...Double(left) + Double(x + 1) * wide,
            Double(top) + Double(y) * high...Double(top) + Double(y + 1) * high)
          #expect(abs(Double(small.pixels[y * small.width + x]) - mean) < 0.51)
        }
      }
    }
  }

  @Test func `a part that is small enough is cut out as it is`() {
    let image = GrayImage(width: 4, height: 3, pixels: Array(0..<12))
    let part = image.reduced(columns: 1..<3, rows: 1..<3, longerSide: 280)
    #expect(part == GrayImage(width: 2, height: 2, pixels: [5, 6, 9, 10]))
  }
}
