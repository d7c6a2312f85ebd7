import Barcodes
import GS1
import TestSupport
import Testing

struct EANUPCTests {
  private static let randomNumbers = 300

  @Test func `a missing check digit is added`() throws {
    let symbol = try SymbolEncoder.encode("400638133393", as: .ean13)
    #expect(symbol.data == "4006381333931")
    #expect(symbol == (try SymbolEncoder.encode("4006381333931", as: .ean13)))
  }

  @Test(arguments: [
    (Symbology.ean13, "4006381333931", "4 006381 333931"), (.ean8, "96385074", "9638 5074"),
    (.upcA, "036000291452", "0 36000 29145 2"),
  ])
  func `digits are written in the groups in which they stand`(
    symbology: Symbology, digits: String, text: String
  ) throws {
    #expect(try SymbolEncoder.encode(digits, as: symbology).text == text)
  }

  @Test func `a wrong check digit is refused with the digit that is right`() {
    let fault = #expect(throws: EncodingFault.self) {
      try SymbolEncoder.encode("4006381333932", as: .ean13)
    }
    #expect(fault?.code == "symbol.check-digit")
    #expect(fault?.position == 13)
    #expect(fault?.message.contains("got 2, expected 1") == true)
  }

  @Test func `a wrong length and a letter are refused`() {
    let short = #expect(throws: EncodingFault.self) { try SymbolEncoder.encode("12345", as: .ean8) }
    #expect(short?.code == "symbol.length")
    let letter = #expect(throws: EncodingFault.self) {
      try SymbolEncoder.encode("03600O29145", as: .upcA)
    }
    #expect(letter?.code == "symbol.character")
    #expect(letter?.position == 6)
  }

  @Test func `the bars of the guards are those that reach down`() throws {
    let guards = { (symbology: Symbology, text: String) -> [Int] in
      guard case .linear(let bars) = try SymbolEncoder.encode(text, as: symbology).modules else {
        return []
      }
      return bars.bars.filter(\.isGuard).map(\.x)
    }
    #expect(try guards(.ean13, "4006381333931") == [0, 2, 46, 48, 92, 94])
    #expect(try guards(.ean8, "96385074") == [0, 2, 32, 34, 64, 66])
    #expect(try guards(.upcA, "036000291452").count == 10)
  }

  @Test(arguments: [
    (Symbology.ean13, "400638133393 12", "4006381333931 12", "4 006381 333931 12"),
    (.upcA, "036000291452+52495", "036000291452 52495", "0 36000 29145 2 52495"),
    (.upcE, "0123456+99", "01234565 99", "0 123456 5 99"),
  ])
  func `an add-on behind a space or a plus is part of the symbol`(
    symbology: Symbology, written: String, data: String, text: String
  ) {
    let symbol = try? SymbolEncoder.encode(written, as: symbology)
    #expect(symbol?.data ?? "" == data)
    #expect(symbol?.text ?? "" == text)
  }

  @Test func `an add-on stands behind the quiet zone, and its digits above its bars`() throws {
    let symbol = try SymbolEncoder.encode("4006381333931 12", as: .ean13)
    guard case .linear(let bars) = symbol.modules else { return }
    #expect(bars.width == 95 + 7 + 20)
    #expect(bars.bars.filter(\.isAddOn).map(\.x) == bars.bars.map(\.x).filter { $0 >= 95 })
    #expect(bars.bars.first(where: \.isAddOn)?.x == 102)
    #expect(symbol.quietZone.right == 5)
    #expect(symbol.textGroups.map(\.isAbove) == [false, false, false, true])
    #expect(symbol.textGroups.last?.centre == 112)
  }

  @Test(arguments: [
    ("4006381333931 123", Symbology.ean13, "symbol.length", 15),
    ("4006381333931 1x", .ean13, "symbol.character", 16),
    ("4006381333931 ", .ean13, "symbol.length", 15),
    ("4006381333932 12", .ean13, "symbol.check-digit", 13),
    ("4 006381 333931", .ean13, "symbol.character", 2),
    ("9638 5074", .ean8, "symbol.character", 5),
  ])
  func `a wrong add-on is refused with its place`(
    text: String, symbology: Symbology, code: String, position: Int
  ) {
    let fault = #expect(throws: EncodingFault.self) {
      try SymbolEncoder.encode(text, as: symbology)
    }
    #expect(fault?.code == code)
    #expect(fault?.position == position)
  }

  @Test func `EAN-8 takes no add-on and says which symbologies do`() {
    let fault = #expect(throws: EncodingFault.self) {
      try SymbolEncoder.encode("96385074 12", as: .ean8)
    }
    #expect(fault?.code == "symbol.add-on")
    #expect(fault?.message.contains("EAN-13, UPC-A and UPC-E") == true)
  }

  @Test(
    .enabled(if: Zint.program != nil, "zint is not installed"),
    arguments: [(Symbology.ean13, 12, 13), (.ean8, 7, 13), (.upcA, 11, 34)])
  func `the modules are those of zint`(symbology: Symbology, digits: Int, type: Int) throws {
    var random = RandomSource(seed: 7)
    let texts = (0..<Self.randomNumbers).map { _ in
      (0..<digits).map { _ in String(Int.random(in: 0...9, using: &random)) }.joined()
    }
    let theirs = try Zint.modules(of: texts.map { Array($0.utf8) }, type: type)
    let ours = try texts.map { try SymbolEncoder.encode($0, as: symbology).moduleRows[0] }
    #expect(ours == theirs)
  }
}
