import Barcodes
import Imaging
import Scanning
import Testing

/// Pictures in which only a part may hold symbols.
struct SheetTests {
  @Test(arguments: [0.0, 22, 45, 67])
  func `a small label that lies askew in a corner of an empty sheet is found`(
    degrees: Double
  ) throws {
    var label = Picture(width: 330, height: 120)
    try label.draw("TM-000123", as: .code128, x: 45, y: 20, module: 2)
    let turned = label.image.rotated(degrees: degrees, ground: 230)
    var sheet = Picture(width: 1200, height: 900)
    for y in 0..<turned.height {
      for x in 0..<turned.width {
        sheet.image.pixels[(y + 520) * 1200 + x + 790] = turned.pixels[y * turned.width + x]
      }
    }
    let symbols = SymbolScanner(symbologies: [.code128]).scan(sheet.image)
    #expect(symbols.map(\.text) == ["TM-000123"])
    let symbol = try #require(symbols.first)
    let middle = (
      x: symbol.polygon.map(\.x).reduce(0, +) / 4, y: symbol.polygon.map(\.y).reduce(0, +) / 4
    )
    #expect(abs(middle.x - 790 - turned.width / 2) < 20)
    #expect(abs(middle.y - 520 - turned.height / 2) < 20)
  }

  @Test func `an empty sheet holds nothing, whatever the effort`() {
    for effort in ScanEffort.allCases {
      let scanner = SymbolScanner(symbologies: Set(Symbology.onByDefault), effort: effort)
      #expect(scanner.scan(Picture(width: 900, height: 700).image).isEmpty)
    }
  }
}
