import Barcodes
import Imaging
import Scanning
import Testing
import TestSupport

struct SymbolScannerTests {
  private static let all = SymbolScanner(
    symbologies: Set(Symbology.allCases).subtracting([.isbn]))

  private func scan(
    _ text: String, as symbology: Symbology, with scanner: SymbolScanner = all
  ) throws -> [ScannedSymbol] {
    var picture = Picture(width: 700, height: 200)
    try picture.draw(text, as: symbology, x: 50, y: 40)
    return scanner.scan(picture.image)
  }

  @Test(arguments: [
    ("TM-0001", Symbology.code128, "]C0TM-0001"), ("4006381333931", .ean13, "]E04006381333931"),
    ("96385074", .ean8, "]E496385074"), ("036000291452", .upcA, "]E00036000291452"),
    ("https://t.example/a?b=1", .qrCode, "]Q1https://t.example/a?b=1"),
  ])
  func `what was written is read, with its identifier`(
    text: String, symbology: Symbology, payload: String
  ) throws {
    let symbols = try scan(text, as: symbology)
    #expect(symbols.count == 1)
    let symbol = try #require(symbols.first)
    #expect(symbol.symbology == symbology && symbol.text == text && symbol.payload == payload)
    #expect(symbol.payload.hasPrefix(symbol.identifier))
    #expect(symbol.valid && !symbol.weak && symbol.problems.isEmpty && symbol.bytes == nil)
    #expect(symbol.engine == "zbar" && symbol.pass == "native-coarse" && symbol.gs1.isEmpty)
  }

  @Test func `only what is asked for is found`() throws {
    #expect(
      try scan("4006381333931", as: .ean13, with: SymbolScanner(symbologies: [.upcA])).isEmpty)
    #expect(try scan("036000291452", as: .upcA, with: SymbolScanner(symbologies: [.ean13])).isEmpty)
    #expect(try scan("TM-0001", as: .code128, with: SymbolScanner(symbologies: [.gs1_128])).isEmpty)
    #expect(try scan("TM-0001", as: .code128, with: SymbolScanner(symbologies: [])).isEmpty)
  }

  @Test func `an ISBN is one only where it is asked for`() throws {
    let book = "9780306406157"
    #expect(try scan(book, as: .ean13).map(\.symbology) == [.ean13])
    let asked = try scan(book, as: .ean13, with: SymbolScanner(symbologies: [.isbn, .ean13]))
    #expect(asked.map(\.symbology) == [.isbn] && asked.map(\.text) == [book])
  }

  @Test(arguments: [
    ("9780306406157", Symbology.isbn), ("9791090636071", .isbn), ("9790060115615", .ean13),
    ("4006381333931", .ean13),
  ])
  func `a book is one by its prefix`(
    text: String, symbology: Symbology
  ) throws {
    let scanner = SymbolScanner(symbologies: [.isbn, .ean13], effort: .fast)
    #expect(try scan(text, as: .ean13, with: scanner).map(\.symbology) == [symbology])
  }

  @Test func `of books alone nothing else is found`() throws {
    let scanner = SymbolScanner(symbologies: [.isbn])
    #expect(try scan("9780306406157", as: .ean13, with: scanner).map(\.symbology) == [.isbn])
    #expect(try scan("4006381333931", as: .ean13, with: scanner).isEmpty)
  }

  @Test func `symbols come from top to bottom`() throws {
    var picture = Picture(width: 500, height: 500)
    for (index, text) in ["THIRD", "FIRST", "SECOND"].enumerated() {
      try picture.draw(text, as: .code128, x: 40, y: [340, 40, 190][index])
    }
    #expect(Self.all.scan(picture.image).map(\.text) == ["FIRST", "SECOND", "THIRD"])
  }

  @Test func `pictures of any small size are read without harm`() {
    var random = RandomSource(seed: 5)
    for width in [0, 1, 2, 3, 7, 40] {
      for height in [0, 1, 2, 3, 7, 40] {
        let noise = GrayImage(
          width: width, height: height,
          pixels: (0..<width * height).map { _ in UInt8.random(in: 0...255, using: &random) })
        #expect(Self.all.scan(noise).allSatisfy { $0.polygon.count == 4 })
      }
    }
    #expect(Self.all.scan(GrayImage(width: 30_000, height: 1)).isEmpty)
    #expect(Self.all.scan(GrayImage(width: 1, height: 30_000)).isEmpty)
  }

  @Test func `noise and stripes hold no symbol`() {
    var random = RandomSource(seed: 6)
    for period in 2...9 {
      var stripes = Picture(width: 300, height: 120)
      for x in stride(from: 0, to: 300, by: 2 * period) {
        stripes.fill(x: x, y: 0, width: period, height: 120, shade: 20)
      }
      #expect(Self.all.scan(stripes.image).isEmpty)
      let noise = GrayImage(
        width: 200, height: 200,
        pixels: (0..<40_000).map { _ in UInt8.random(in: 0...255, using: &random) })
      #expect(Self.all.scan(noise).isEmpty)
    }
  }

  /// zbar, if its scanner is used again, makes one EAN of the halves of two pictures.
  @Test(arguments: 0..<25)
  func `a picture has no influence on the next one`(seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let pictures = try (0..<2).map { _ in
      let digits = (0..<12).map { _ in Int.random(in: 0...9, using: &random) }
      let text = digits.map(String.init).joined()
      var picture = Picture(width: 420, height: 120)
      try picture.draw(text, as: .ean13, x: 60, y: 20)
      // Only a half of the bars can be seen.
      let hidden = Bool.random(using: &random) ? 60 : 210
      picture.fill(x: hidden, y: 0, width: 150, height: 120, shade: 230)
      return picture.image
    }
    let alone = Self.all.scan(pictures[1])
    _ = Self.all.scan(pictures[0])
    #expect(Self.all.scan(pictures[1]) == alone)
    #expect(alone.isEmpty)
  }
}
