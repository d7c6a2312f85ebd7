import Imaging
import TestSupport

extension GrayImage {
  /// Noise of any shade, of a random small size.
  static func random(
    using random: inout RandomSource, sides: ClosedRange<Int> = 1...40
  ) -> GrayImage {
    let (width, height) = (
      Int.random(in: sides, using: &random), Int.random(in: sides, using: &random)
    )
    return GrayImage(
      width: width, height: height,
      pixels: (0..<width * height).map { _ in UInt8.random(in: 0...255, using: &random) })
  }

  /// A pixel, or the one at the border that is next to a place outside.
  func clamped(_ x: Int, _ y: Int) -> Int {
    Int(pixels[min(max(y, 0), height - 1) * width + min(max(x, 0), width - 1)])
  }

  /// A picture of the same size, pixel by pixel.
  func mapped(_ shade: (_ x: Int, _ y: Int) -> Int) -> GrayImage {
    GrayImage(
      width: width, height: height,
      pixels: (0..<width * height).map { UInt8(clamping: shade($0 % width, $0 / width)) })
  }
}
