import Barcodes
import Imaging
import Scanning
import TestSupport
import Testing

/// Matrix symbols that Tallymark writes, read by its own scanner.
struct WrittenMatrixTests {
  private static let scanner = SymbolScanner(symbologies: [.dataMatrix, .gs1DataMatrix])

  private func scan(_ text: String, _ symbology: Symbology) throws -> [ScannedSymbol] {
    let side = try Picture.width(of: text, as: symbology) + 60
    var picture = Picture(width: side, height: side)
    try picture.draw(text, as: symbology, x: 30, y: 30)
    return Self.scanner.scan(picture.image)
  }

  @Test(arguments: [
    "123456", "AST-000017", "https://example.org/a/AST-000017", "lower case, and UPPER CASE 1234",
    "Büro 12", "漢字 and かな", "склад", "📦 µ-7", "[)>\u{1E}06\u{1D}25PABC\u{1E}\u{04}", "A\r*>B C1",
  ])
  func `Data Matrix is read as it was meant`(text: String) throws {
    let symbols = try scan(text, .dataMatrix)
    #expect(symbols.map(\.payload) == ["]d1" + text])
    #expect(symbols.map(\.symbology) == [.dataMatrix] && symbols.map(\.valid) == [true])
  }

  @Test func `GS1 DataMatrix is read with its element strings`() throws {
    let text = "(01)09506000134352(10)AB-12(21)xyz"
    let symbols = try scan(text, .gs1DataMatrix)
    #expect(symbols.map(\.text) == [text])
    #expect(symbols.map(\.symbology) == [.gs1DataMatrix] && symbols.map(\.valid) == [true])
  }

  @Test func `random texts of Data Matrix are read as they were meant`() throws {
    var random = RandomSource(seed: 41)
    let alphabet = Array("0123456789ABCDEFGHIabcdefghi -/.:*>\r\u{1D}é漢")
    for _ in 0..<40 {
      let length = Int.random(in: 1...40, using: &random)
      let text = String((0..<length).map { _ in alphabet.randomElement(using: &random)! })
      #expect(try scan(text, .dataMatrix).map(\.payload) == ["]d1" + text])
    }
  }
}
