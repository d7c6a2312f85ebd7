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
  @Test(arguments: [1, 2, 5, 9, 10, 14, 17, 20, 25, 26, 27, 28, 29, 30])
  func `symbols of any size are read`(version: Int) throws {
    let text = String("Ab1-Cd2_Ef3 xyz 0815".prefix(version == 1 || version == 25 ? 3 : 7))
    let symbols = Self.scanner.scan(try picture(text, ["--vers=\(version)"]))
    #expect(symbols.map(\.text) == [text])
    let symbol = try #require(symbols.first)
    #expect(symbol.symbology == .dataMatrix && symbol.payload == "]d1" + text)
    #expect(symbol.engine == "libdmtx" && symbol.pass == "data-matrix" && symbol.valid)
    #expect(symbol.orientation == 0 && symbol.bytes == nil && !symbol.weak)
  }

  @Test(arguments: [0, 90, 180, 270])
  func `quarter turns are told`(degrees: Int) throws {
    let upright = try picture("TURNED-01", ["--rotate=\(degrees)"])
    let symbols = Self.scanner.scan(upright)
    #expect(symbols.map(\.text) == ["TURNED-01"] && symbols.map(\.orientation) == [degrees])
  }
}
