import Imaging
import Testing
import TestSupport

struct BitmapTests {
  @Test(arguments: 0..<40)
  func `filling rectangles does what a dot by dot model does`(seed: UInt64) {
    var random = RandomSource(seed: seed)
    let (width, height) = (
      Int.random(in: 0...70, using: &random), Int.random(in: 0...20, using: &random)
    )
    var bitmap = Bitmap(width: width, height: height)
    var model = NaiveBitmap(bitmap)
    for _ in 0..<60 {
      let (x, y) = (
        Int.random(in: -30...80, using: &random), Int.random(in: -10...25, using: &random)
      )
      let (w, h) = (
        Int.random(in: -3...60, using: &random), Int.random(in: -3...15, using: &random)
      )
      let black = Int.random(in: 0..<3, using: &random) > 0
      #expect(
        bitmap.isWhite(x: x, y: y, width: w, height: h)
          == model.isWhite(x: x, y: y, width: w, height: h))
      bitmap.fill(x: x, y: y, width: w, height: h, black: black)
      model.fill(x: x, y: y, width: w, height: h, black: black)
      #expect(NaiveBitmap(bitmap) == model)
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func `a repeated row stands below itself, between its columns only`(seed: UInt64) {
    var random = RandomSource(seed: seed)
    var bitmap = random.bitmap(width: Int.random(in: 1...70, using: &random), height: 20)
    var model = NaiveBitmap(bitmap)
    let y = Int.random(in: 0..<19, using: &random)
    let times = Int.random(in: 0...19 - y, using: &random)
    let ends = (0..<2).map { _ in Int.random(in: 0...bitmap.width, using: &random) }.sorted()
    bitmap.repeatRow(y, times: times, columns: ends[0]..<ends[1])
    for row in y..<y + times {
      for x in ends[0]..<ends[1] { model.dots[row + 1][x] = model.dots[row][x] }
    }
    #expect(NaiveBitmap(bitmap) == model)
  }

  @Test(arguments: 0..<60 as Range<UInt64>)
  func `bars are rectangles of one height, cut off at the border`(seed: UInt64) {
    var random = RandomSource(seed: seed)
    let (width, height) = (
      Int.random(in: 0...90, using: &random), Int.random(in: 0...12, using: &random)
    )
    var bitmap = Bitmap(width: width, height: height)
    var model = NaiveBitmap(bitmap)
    let widths = (0..<Int.random(in: 1...15, using: &random)).map { _ in
      UInt8.random(in: 1...4, using: &random)
    }
    let module = Int.random(in: 1...5, using: &random)
    let (x, y) = (Int.random(in: -40...95, using: &random), Int.random(in: -6...14, using: &random))
    let rows = Int.random(in: -1...15, using: &random)
    bitmap.drawBars(widths, module: module, x: x, y: y, height: rows)
    var left = x
    for (index, bar) in widths.enumerated() {
      if index.isMultiple(of: 2) {
        model.fill(x: left, y: y, width: Int(bar) * module, height: rows, black: true)
      }
      left += Int(bar) * module
    }
    #expect(NaiveBitmap(bitmap) == model)
  }

  @Test func `a rectangle without end is cut off at the border`() {
    var bitmap = Bitmap(width: 20, height: 3)
    bitmap.fill(x: 7, y: 1, width: .max, height: .max)
    #expect((0..<20).map { bitmap[$0, 1] } == (0..<20).map { $0 >= 7 })
    #expect(bitmap.isWhite(x: .min, y: 0, width: .max, height: 1))
  }

  @Test(arguments: 0..<40)
  func `drawing one bitmap on another does what a dot by dot model does`(seed: UInt64) {
    var random = RandomSource(seed: seed)
    var bitmap = Bitmap(
      width: Int.random(in: 1...70, using: &random), height: Int.random(in: 1...20, using: &random))
    var model = NaiveBitmap(bitmap)
    for _ in 0..<40 {
      let other = random.bitmap(
        width: Int.random(in: 0...40, using: &random),
        height: Int.random(in: 0...12, using: &random))
      let (x, y) = (
        Int.random(in: -45...75, using: &random), Int.random(in: -15...25, using: &random)
      )
      bitmap.draw(other, x: x, y: y)
      model.draw(NaiveBitmap(other), x: x, y: y)
      #expect(NaiveBitmap(bitmap) == model)
    }
  }

  @Test(arguments: 0..<20)
  func `bits beyond the width stay zero whatever is drawn`(seed: UInt64) {
    var random = RandomSource(seed: seed)
    var bitmap = Bitmap(width: 13, height: 4)
    bitmap.draw(
      random.bitmap(width: 30, height: 6), x: Int.random(in: -9...9, using: &random), y: -1)
    bitmap.fill(x: 3, y: 2, width: 99, height: 1)
    #expect(bitmap.bytes.indices.allSatisfy { $0 % 2 == 0 || bitmap.bytes[$0] & 0b111 == 0 })
  }

  @Test func `quarter turns agree with the model, and four of them change nothing`() {
    var random = RandomSource(seed: 7)
    for (width, height) in [(1, 1), (8, 3), (13, 29), (64, 17), (0, 5)] {
      let bitmap = random.bitmap(width: width, height: height)
      var model = NaiveBitmap(bitmap)
      for turns in 1...4 {
        model = model.turned
        #expect(NaiveBitmap(bitmap.rotated(quarterTurns: turns)) == model)
        #expect(bitmap.rotated(quarterTurns: turns - 4) == bitmap.rotated(quarterTurns: turns))
      }
      #expect(bitmap.rotated(quarterTurns: 4) == bitmap)
    }
  }

  @Test func `the gray picture is black where the dots are`() {
    let bitmap = {
      var random = RandomSource(seed: 3); return random.bitmap(width: 21, height: 9)
    }()
    let gray = bitmap.grayImage()
    #expect(gray.width == 21 && gray.height == 9)
    for y in 0..<9 {
      for x in 0..<21 { #expect(gray.pixels[y * 21 + x] == (bitmap[x, y] ? 0 : 255)) }
    }
  }

  @Test func `packed rows are taken over without what lies beyond the width`() {
    let bitmap = Bitmap(
      width: 10, height: 2, packedRows: [0x81, 0xFF, 0xEE, 0x01, 0x7F, 0xEE], bytesPerRow: 3)
    #expect(bitmap.bytes == [0x81, 0xC0, 0x01, 0x40])
  }
}
