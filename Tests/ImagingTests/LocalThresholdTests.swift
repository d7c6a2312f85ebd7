import Imaging
import TestSupport
import Testing

struct LocalThresholdTests {
  /// The sum over a square, pixel by pixel; beyond the border the outermost pixels go on.
  private static func sum(_ image: GrayImage, _ x: Int, _ y: Int, window: Int) -> Int {
    let reach = window / 2
    var sum = 0
    for dy in -reach...reach { for dx in -reach...reach { sum += image.clamped(x + dx, y + dy) } }
    return sum
  }

  @Test(arguments: [1, 3, 9, 51])
  func `a pixel is black where it is darker than the mean around it`(window: Int) {
    var random = RandomSource(seed: 11)
    for margin in [0, 7] {
      for _ in 0..<8 {
        let image = GrayImage.random(using: &random)
        let expected = image.mapped { x, y in
          let sum = Self.sum(image, x, y, window: window)
          return (image.clamped(x, y) + margin) * window * window < sum ? 0 : 255
        }
        #expect(image.locallyThresholded(window: window, margin: margin) == expected)
      }
    }
  }

  @Test func `sharpening adds the difference to the mean around`() {
    var random = RandomSource(seed: 12)
    for _ in 0..<20 {
      let image = GrayImage.random(using: &random)
      let sharp = image.sharpened(window: 5, amount: 2)
      for y in 0..<image.height {
        for x in 0..<image.width {
          let mean = Double(Self.sum(image, x, y, window: 5)) / 25
          let shade = Double(image.clamped(x, y))
          let expected = min(max(shade + 2 * (shade - mean), 0), 255)
          #expect(abs(Double(sharp.clamped(x, y)) - expected) <= 1.001)
        }
      }
    }
  }

  @Test func `a picture without pixels stays one`() {
    #expect(GrayImage(width: 0, height: 3).locallyThresholded(window: 5).pixels.isEmpty)
    #expect(GrayImage(width: 3, height: 0).sharpened(window: 5, amount: 1).pixels.isEmpty)
  }
}
