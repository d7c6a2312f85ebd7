import Barcodes
import Foundation
import Imaging
import Scanning
import Testing
import TestSupport

@Suite(.enabled(if: Zint.isInstalled, "zint is not installed"))
struct DataMatrixTests {
  private static let scanner = SymbolScanner(symbologies: [.dataMatrix, .gs1DataMatrix])

  private func picture(_ text: String, _ options: [String] = []) throws -> GrayImage {
    try Zint.picture(["--barcode=DATAMATRIX", "--data=" + text, "--scale=3"] + options)
  }

  /// Version 1 to 24 are the squares, 25 to 30 the rectangles of zint.
  @Test(arguments: [1, 3, 5, 9, 10, 14, 17, 20, 25, 26, 27, 28, 29, 30])
  func `symbols of any size are read`(version: Int) throws {
    let text = String("Ab1-Cd2_Ef3 xyz 0815".prefix(version == 1 ? 3 : version == 25 ? 4 : 5))
    let symbols = Self.scanner.scan(try picture(text, ["--vers=\(version)"]))
    #expect(symbols.map(\.text) == [text])
    let symbol = try #require(symbols.first)
    #expect(symbol.symbology == .dataMatrix && symbol.payload == "]d1" + text)
    #expect(symbol.engine == "libdmtx" && symbol.pass == "data-matrix" && symbol.valid)
    #expect(symbol.orientation == 0 && symbol.bytes == nil && !symbol.weak)
  }

  /// Texts for which zint changes to C40, Text, X12, EDIFACT and base 256.
  @Test(arguments: [
    "ASSET TAG NUMBER ONE", "asset tag number one", "AB*12>CD*34>EF*56", "!A#B$C%D&E(F)G*H+",
    "Größe ÄÖÜäöü ÀÁÂÃ",
  ])
  func `each encodation of an independent writer is read`(text: String) throws {
    #expect(Self.scanner.scan(try picture(text)).map(\.text) == [text])
  }

  @Test(arguments: [0, 90, 180, 270])
  func `quarter turns are told`(degrees: Int) throws {
    let upright = try picture("TURNED-01", ["--rotate=\(degrees)"])
    let symbols = Self.scanner.scan(upright)
    #expect(symbols.map(\.text) == ["TURNED-01"] && symbols.map(\.orientation) == [degrees])
  }

  @Test func `GS1 data are told by their first character`() throws {
    let symbols = Self.scanner.scan(
      try picture("[01]04006381333931[10]LOT7[21]S5", ["--gs1"]))
    #expect(symbols.map(\.symbology) == [.gs1DataMatrix])
    #expect(symbols.map(\.payload) == ["]d2010400638133393110LOT7\u{1D}21S5"])
    #expect(symbols.map(\.text) == ["(01)04006381333931(10)LOT7(21)S5"])
    #expect(symbols.map(\.valid) == [true])
  }

  @Test func `several symbols of one picture are read, each at its place`() throws {
    var picture = Picture(width: 500, height: 300, shade: 255)
    for (index, text) in ["FIRST-1", "SECOND-2"].enumerated() {
      let symbol = try self.picture(text)
      for y in 0..<symbol.height {
        for x in 0..<symbol.width {
          let place = (30 + 60 * index + y) * 500 + 30 + 220 * index + x
          picture.image.pixels[place] = symbol.pixels[y * symbol.width + x]
        }
      }
    }
    let symbols = Self.scanner.scan(picture.image)
    #expect(symbols.map(\.text) == ["FIRST-1", "SECOND-2"])
    #expect(symbols.allSatisfy { $0.polygon[0].x < $0.polygon[1].x })
    #expect(Self.scanner.scan(picture.turned(degrees: 15, shade: 255).image).count == 2)
  }

  @Test func `noise holds none`() {
    var random = RandomSource(seed: 9)
    for side in [9, 60, 300] {
      let noise = GrayImage(
        width: side, height: side,
        pixels: (0..<side * side).map { _ in UInt8.random(in: 0...255, using: &random) })
      #expect(Self.scanner.scan(noise).isEmpty)
    }
  }
}
