import Barcodes
import Foundation
import Imaging
import Scanning
import TestSupport
import Testing

/// Symbols that are printed, and then seen badly.
struct DistortionTests {
  private static let texts: [(text: String, symbology: Symbology)] = [
    ("4006381333931", .ean13), ("036000291452", .upcA), ("96385074", .ean8),
    ("TM-000123", .code128), ("https://t.example/a/000123", .qrCode),
  ]

  private func found(
    _ change: (GrayImage) -> GrayImage, _ effort: ScanEffort, module: Int = 3
  ) throws -> [String] {
    try Self.texts.flatMap { text, symbology -> [String] in
      var picture = Picture(width: 460, height: 220)
      try picture.draw(text, as: symbology, x: 60, y: 40, module: module, barHeight: 120)
      let scanner = SymbolScanner(symbologies: Set(Symbology.onByDefault), effort: effort)
      return scanner.scan(change(picture.image)).map(\.text)
    }
  }

  private static let expected = texts.map(\.text)

  @Test(arguments: ScanEffort.allCases)
  func `a clean picture gives what was printed, at every effort`(effort: ScanEffort) throws {
    #expect(try found({ $0 }, effort) == Self.expected)
  }

  @Test func `blur of a third of a module hides nothing`() throws {
    #expect(try found({ $0.blurred(reach: 1) }, .thorough) == Self.expected)
  }

  @Test(arguments: [10.0, 30, 45, 67, 90, 135, 180, 270])
  func `turned linear symbols give what was printed`(degrees: Double) throws {
    let linear = try found({ $0.rotated(degrees: degrees, ground: 230) }, .balanced)
    #expect(linear.filter { !$0.hasPrefix("https") } == Self.expected.dropLast())
  }

  @Test func `light print on dark ground is read by a thorough scan`() throws {
    #expect(try found({ $0.inverted() }, .thorough) == Self.expected)
  }

  @Test func `little contrast in uneven light hides nothing`() throws {
    #expect(
      try found(
        { image in
          var image = image
          for index in image.pixels.indices {
            let light = 60 + 120 * (index % image.width) / image.width
            image.pixels[index] = UInt8(light + Int(image.pixels[index]) / 5)
          }
          return image
        }, .balanced) == Self.expected)
  }

  @Test func `an EAN-13 whose bars run into one another is read from its shades`() throws {
    var picture = Picture(width: 460, height: 200)
    try picture.draw("4006381333931", as: .ean13, x: 60, y: 40, module: 3, barHeight: 120)
    let blurred = picture.image.blurred(reach: 2).blurred(reach: 2).blurred(reach: 2)
    let symbols = SymbolScanner(symbologies: [.ean13], effort: .thorough).scan(blurred)
    #expect(symbols.map(\.text) == ["4006381333931"])
  }

  @Test func `a leaning EAN-13 out of focus is read, with light from one side`() throws {
    var picture = Picture(width: 460, height: 220)
    try picture.draw("4006381333931", as: .ean13, x: 70, y: 50, module: 3, barHeight: 110)
    var seen = picture.image.rotated(degrees: 8, ground: 230).exposed(1.6)
    for index in seen.pixels.indices {
      let share = 50 + 50 * (index % seen.width) / seen.width
      seen.pixels[index] = UInt8(Int(seen.pixels[index]) * share / 100)
    }
    let blurred = seen.blurred(reach: 2).blurred(reach: 2).blurred(reach: 2).exposed(1 / 1.6)
    let symbols = SymbolScanner(symbologies: [.ean13], effort: .thorough).scan(blurred)
    #expect(symbols.map(\.text) == ["4006381333931"])
  }

  @Test func `a QR Code out of focus is found beside a sharp one`() throws {
    var sharp = Picture(width: 300, height: 300)
    try sharp.draw("https://t.example/a/000001", as: .qrCode, x: 40, y: 40, module: 6)
    var vague = Picture(width: 300, height: 300)
    try vague.draw("https://t.example/a/000002", as: .qrCode, x: 60, y: 60, module: 4)
    let beside = vague.image.blurred(reach: 2)
    var both = Picture(width: 600, height: 300)
    for y in 0..<300 {
      for x in 0..<300 {
        both.image.pixels[y * 600 + x] = sharp.image.pixels[y * 300 + x]
        both.image.pixels[y * 600 + 300 + x] = beside.pixels[y * 300 + x]
      }
    }
    let symbols = SymbolScanner(symbologies: [.qrCode], effort: .thorough).scan(both.image)
    #expect(symbols.map(\.text).sorted().map { $0.suffix(1) } == ["1", "2"])
  }

  @Test func `the outline of a symbol in a turned picture is where the symbol is`() throws {
    var picture = Picture(width: 400, height: 400)
    try picture.draw("4006381333931", as: .ean13, x: 57, y: 150, barHeight: 100)
    let turned = picture.image.rotated(degrees: 45, ground: 230)
    let symbols = SymbolScanner(symbologies: [.ean13]).scan(turned)
    let symbol = try #require(symbols.first)
    // Its middle is the picture's.
    let middle = (
      x: symbol.polygon.map(\.x).reduce(0, +) / 4, y: symbol.polygon.map(\.y).reduce(0, +) / 4
    )
    #expect(abs(middle.x - turned.width / 2) < 25 && abs(middle.y - turned.height / 2) < 25)
  }
}

extension GrayImage {
  /// All shades as powers of their share of white.
  fileprivate func exposed(_ exponent: Double) -> GrayImage {
    let table = (0..<256).map { UInt8((255 * pow(Double($0) / 255, exponent)).rounded()) }
    return GrayImage(width: width, height: height, pixels: pixels.map { table[Int($0)] })
  }

  /// Each pixel the mean of the square around it.
  fileprivate func blurred(reach: Int) -> GrayImage {
    var image = self
    let area = (2 * reach + 1) * (2 * reach + 1)
    for y in 0..<height {
      for x in 0..<width {
        var sum = 0
        for row in y - reach...y + reach {
          for column in x - reach...x + reach {
            let (inRow, inColumn) = (min(max(row, 0), height - 1), min(max(column, 0), width - 1))
            sum += Int(pixels[inRow * width + inColumn])
          }
        }
        image.pixels[y * width + x] = UInt8(sum / area)
      }
    }
    return image
  }
}
