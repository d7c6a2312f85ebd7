import Barcodes
import TestSupport
import Testing

struct LinearEncoderTests {
  private func fault(
    _ text: String, _ symbology: Symbology, _ options: EncodingOptions = EncodingOptions()
  ) -> EncodingFault? {
    #expect(throws: EncodingFault.self) {
      try SymbolEncoder.encode(text, as: symbology, options: options)
    }
  }

  @Test func `an empty text is refused`() {
    for symbology in [Symbology.code39, .code93, .itf] {
      #expect(fault("", symbology)?.code == "symbol.length")
    }
    #expect(fault("", .codabar)?.code == "symbol.start-stop")
  }

  @Test func `small letters go into Code 39 only where full ASCII is asked for`() throws {
    let refused = try #require(fault("AB-c", .code39))
    #expect(refused.code == "symbol.character" && refused.position == 4)
    #expect(refused.message.contains("full ASCII"))
    let options = EncodingOptions(allowsFullASCII: true)
    #expect(try SymbolEncoder.encode("AB-c", as: .code39, options: options).data == "AB-c")
    #expect(fault("é", .code39, options)?.position == 1)
  }

  @Test func `a letter with a mark that follows it is no letter of Code 39`() {
    #expect(fault("AE\u{301}", .code39, EncodingOptions(allowsFullASCII: true))?.position == 3)
    #expect(fault("\u{212A}1", .code39)?.position == 1, "the Kelvin sign")
  }

  @Test func `a line end is two characters of full ASCII`() throws {
    let options = EncodingOptions(allowsFullASCII: true)
    #expect(try SymbolEncoder.encode("A\r\nB", as: .code39, options: options).data == "A\r\nB")
  }

  @Test func `ITF takes pairs and says what to do with one digit more`() throws {
    let refused = try #require(fault("12345", .itf))
    #expect(refused.code == "symbol.length")
    #expect(refused.message.contains("0 in front"))
    #expect(try SymbolEncoder.encode("012345", as: .itf).data == "012345")
  }

  @Test func `ITF-14 adds or verifies its check digit and has bearer bars`() throws {
    let symbol = try SymbolEncoder.encode("1540014128876", as: .itf14)
    #expect(symbol.data == "15400141288763")
    guard case .linear(let bars) = symbol.modules, bars.hasBearerBars else {
      Issue.record("no bearer bars")
      return
    }
    let wrong = try #require(fault("15400141288764", .itf14))
    #expect(wrong.code == "symbol.check-digit")
    #expect(wrong.message.contains("got 4, expected 3"))
  }

  @Test func `Codabar wants its start and stop characters, and keeps them`() throws {
    #expect(fault("40156", .codabar)?.message.contains("A40156B") == true)
    #expect(try SymbolEncoder.encode("A40156B", as: .codabar).data == "A40156B")
    #expect(fault("A40B56C", .codabar)?.position == 4)
  }

  @Test func `wide elements have three modules where that is asked for`() throws {
    for symbology in [Symbology.code39, .codabar, .itf] {
      let text = symbology == .codabar ? "A1B" : "12"
      let widths = try [2 as UInt8, 3].map { wide -> Int in
        let options = EncodingOptions(wideToNarrow: wide)
        return try SymbolEncoder.encode(text, as: symbology, options: options).moduleRows[0].count
      }
      #expect(widths[0] < widths[1], "\(symbology)")
    }
  }

  @Test(arguments: [
    ("0123456", "01234565"), ("01234565", "01234565"), ("012345000065", "01234565"),
    ("01234500006", "01234565"),
  ])
  func `UPC-E is made of its own digits or of a UPC-A's`(text: String, data: String) throws {
    let symbol = try SymbolEncoder.encode(text, as: .upcE)
    #expect(symbol.data == data)
    #expect(symbol.text == "0 123456 5")
  }

  @Test func `a UPC-A without short form, and a row of digits that isn't one, are refused`() {
    #expect(fault("036000291452", .upcE)?.code == "symbol.no-short-form")
    #expect(fault("0123405", .upcE)?.message.contains("expected") == true)
    #expect(fault("21234565", .upcE)?.position == 1)
    #expect(fault("01234566", .upcE)?.code == "symbol.check-digit")
    #expect(fault("12345", .upcE)?.code == "symbol.length")
  }

  @Test func `add-ons have two or five digits`() {
    #expect(fault("123", .ean2)?.code == "symbol.length")
    #expect(fault("1234", .ean5)?.code == "symbol.length")
    #expect(fault("1a", .ean2)?.code == "symbol.character")
  }

  @Test(
    .enabled(if: ZBarImage.program != nil, "zbarimg is not installed"),
    arguments: [
      (Symbology.code39, "code39", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-.$/+%", ""),
      (.code93, "code93", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefgh-. $/+%!&", ""),
      (.codabar, "codabar", "0123456789-$:/.+", "ABCD"), (.itf, "i25", "0123456789", ""),
    ])
  func `zbar reads what was written`(
    symbology: Symbology, type: String, alphabet: String, edges: String
  ) throws {
    var random = RandomSource(seed: 31)
    let texts = (0..<200).map { _ in
      let edge = edges.randomElement(using: &random).map(String.init) ?? ""
      return edge
        + String((0..<10).map { _ in alphabet.randomElement(using: &random)! }) + edge
    }
    let symbols = try texts.map { try SymbolEncoder.encode($0, as: symbology) }
    #expect(try ZBarImage.read(symbols, as: type) == texts.map { Array($0.utf8) })
  }
}
