import Foundation
import Imaging
import TestSupport
import Testing

struct ToneTests {
  @Test func `inversion is undone by itself, and exchanges black and white`() {
    var random = RandomSource(seed: 21)
    let image = GrayImage.random(using: &random)
    #expect(image.inverted() == image.mapped { 255 - image.clamped($0, $1) })
    #expect(image.inverted().inverted() == image)
  }

  @Test(arguments: [1.0, 2.0, 3.0])
  func `gamma keeps black and white, and darkens between`(gamma: Double) {
    let ramp = GrayImage(width: 256, height: 1, pixels: Array(0...255))
    let expected = ramp.mapped { x, _ in
      Int((255 * pow(Double(x) / 255, gamma)).rounded())
    }
    #expect(ramp.darkened(gamma: gamma) == expected)
  }

  @Test func `equalization spreads few shades over many, and keeps their order`() {
    var random = RandomSource(seed: 22)
    let dull = GrayImage(
      width: 64, height: 64,
      pixels: (0..<4096).map { _ in UInt8.random(in: 100...119, using: &random) })
    let seen = dull.equalized(tiles: 1, limit: 256)
    #expect(
      seen.pixels.max().map(Int.init) ?? 0 > 240 && seen.pixels.min().map(Int.init) ?? 255 < 30)
    let shades = Dictionary(zip(dull.pixels, seen.pixels)) { first, _ in first }
    let ordered = shades.sorted { $0.key < $1.key }.map(\.value)
    #expect(ordered == ordered.sorted())
    // A limit of one leaves nothing but a straight line.
    let straight = dull.equalized(tiles: 1, limit: 1)
    #expect(zip(dull.pixels, straight.pixels).allSatisfy { abs(Int($0) - Int($1)) <= 24 })
  }

  @Test func `a picture smaller than its tiles is left as it is`() {
    let small = GrayImage(width: 5, height: 30, shade: 77)
    #expect(small.equalized(tiles: 8) == small)
  }
}
