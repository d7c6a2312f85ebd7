import Imaging
import TestSupport
import Testing

struct ColourImageTests {
  private let red = PixelColour(red: 200, green: 10, blue: 20)

  @Test func `a canvas looks as the gray picture does, and reads back as it was written`() throws {
    var random = RandomSource(seed: 1)
    let image = random.grayImage(width: 37, height: 23)
    let bytes = PNGWriter.encode(ColourImage(image))
    #expect(bytes[24] == 8 && bytes[25] == 2, "8 bits, truecolour (ISO/IEC 15948, 11.2.2)")
    #expect(try ImageLoader.decode(bytes).image == image)
  }

  @Test(.enabled(if: ImageMagick.isInstalled))
  func `colours are written in their order`() throws {
    var canvas = ColourImage(GrayImage(width: 2, height: 1, shade: 7))
    canvas.fill(x: 1, y: 0, width: 1, height: 1, colour: red)
    let text = try ImageMagick.convert(PNGWriter.encode(canvas), ["-depth", "8"], to: "RGB")
    #expect(text == [7, 7, 7, 200, 10, 20])
  }

  @Test(arguments: 0..<30)
  func `rectangles and dots go where a dot by dot model says`(seed: UInt64) {
    var random = RandomSource(seed: seed)
    var canvas = ColourImage(GrayImage(width: 40, height: 20))
    var model = Bitmap(width: 40, height: 20)
    for _ in 0..<5 {
      let (x, y) = (
        Int.random(in: -50...50, using: &random), Int.random(in: -30...30, using: &random)
      )
      let (w, h) = (Int.random(in: 0...30, using: &random), Int.random(in: 0...15, using: &random))
      let dots = random.bitmap(width: w, height: h)
      if seed % 2 == 0 {
        canvas.fill(x: x, y: y, width: w, height: h, colour: red)
        model.fill(x: x, y: y, width: w, height: h)
      } else {
        canvas.draw(dots, x: x, y: y, colour: red)
        model.draw(dots, x: x, y: y)
      }
    }
    for y in 0..<20 { for x in 0..<40 { #expect((canvas[x, y] == red) == model[x, y]) } }
  }

  @Test(arguments: 0..<40)
  func `a line covers what is near it, and nothing else`(seed: UInt64) {
    var random = RandomSource(seed: seed)
    let ends = (0..<2).map { _ in
      (x: Int.random(in: -20...80, using: &random), y: Int.random(in: -20...60, using: &random))
    }
    let thickness = Int.random(in: 1...5, using: &random)
    var canvas = ColourImage(GrayImage(width: 60, height: 40))
    canvas.drawLine(from: ends[0], to: ends[1], thickness: thickness, colour: red)
    for y in 0..<40 {
      for x in 0..<60 {
        let far = distance(from: (x, y), toLine: ends[0], ends[1])
        if far <= Double(thickness - 1) / 2 { #expect(canvas[x, y] == red) }
        if far >= Double(thickness + 1) / 2 + 0.01 { #expect(canvas[x, y] == .white) }
      }
    }
  }

  /// By trying a thousand places on the line, which makes it a hundredth too long at most.
  private func distance(
    from point: (x: Int, y: Int), toLine start: (x: Int, y: Int), _ end: (x: Int, y: Int)
  ) -> Double {
    (0...1000).map { step in
      let share = Double(step) / 1000
      let x = Double(start.x) + share * Double(end.x - start.x) - Double(point.x)
      let y = Double(start.y) + share * Double(end.y - start.y) - Double(point.y)
      return (x * x + y * y).squareRoot()
    }.min()!
  }

  @Test func `ends without measure neither trap nor paint outside`() {
    var canvas = ColourImage(GrayImage(width: 9, height: 9))
    canvas.drawLine(from: (.min, 4), to: (.max, 4), thickness: 1, colour: red)
    canvas.drawLine(from: (.max, .max), to: (.max, .min), thickness: 3, colour: red)
    #expect((0..<9).allSatisfy { canvas[$0, 4] == red && canvas[$0, 2] == .white })
  }
}
