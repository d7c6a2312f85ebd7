import Barcodes
import GS1
import Imaging
import Scanning
import Testing
import TestSupport

/// Content that only zint can write for us.
@Suite(.enabled(if: Zint.isInstalled))
struct ContentTests {
  private func scan(_ arguments: [String], input: [UInt8]? = nil) throws -> [ScannedSymbol] {
    let scanner = SymbolScanner(symbologies: Set(Symbology.allCases).subtracting([.isbn]))
    return scanner.scan(try Zint.picture(arguments, input: input))
  }

  @Test func `UTF-8 in a QR Code is text`() throws {
    let symbol = try #require(
      scan(["-b", "QRCODE", "--binary"], input: Array("Grüße, 世界 ☃".utf8)).first)
    #expect(symbol.text == "Grüße, 世界 ☃" && symbol.bytes == nil)
  }

  @Test func `UTF-8 with an ECI or a byte order mark is text`() throws {
    let marked = try scan(["-b", "QRCODE", "--eci=26", "-d", "Łódź"])
    #expect(marked.map(\.text) == ["Łódź"])
    let withMark = try scan(
      ["-b", "QRCODE", "--binary"], input: [0xEF, 0xBB, 0xBF] + Array("Łódź".utf8))
    #expect(withMark.map(\.text) == ["Łódź"])
  }

  @Test func `Latin-1 is read as such, with its bytes`() throws {
    let bytes: [UInt8] = [0x47, 0x72, 0xFC, 0xDF, 0x65]
    let symbol = try #require(scan(["-b", "QRCODE", "--binary"], input: bytes).first)
    #expect(symbol.text == "Grüße" && symbol.bytes == bytes)
  }

  @Test func `Shift JIS is read as such, with its bytes`() throws {
    let bytes: [UInt8] = [0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0x93, 0xFA, 0x96, 0x7B]
    let symbol = try #require(scan(["-b", "QRCODE", "--binary"], input: bytes).first)
    #expect(symbol.text == "テスト日本" && symbol.bytes == bytes)
  }

  @Test func `half-width katakana is told from capitals and signs of Latin-1`() throws {
    let katakana: [UInt8] = [0xC4, 0xB3, 0xB7, 0xAE, 0xB3, 0x20, 0x51, 0x52]
    #expect(try scan(["-b", "QRCODE", "--binary"], input: katakana).map(\.text) == ["ﾄｳｷｮｳ QR"])
    let capitals: [UInt8] = [0xAB, 0xC9, 0x43, 0x4F, 0x4C, 0x45, 0xBB, 0x20, 0xC4, 0xD6, 0xDC]
    #expect(try scan(["-b", "QRCODE", "--binary"], input: capitals).map(\.text) == ["«ÉCOLE» ÄÖÜ"])
  }

  @Test func `bytes that are no text are kept`() throws {
    let bytes: [UInt8] = [0x00, 0xFF, 0x80, 0x01, 0xC3]
    let symbol = try #require(scan(["-b", "QRCODE", "--binary"], input: bytes).first)
    #expect(symbol.bytes == bytes)
  }

  @Test func `UPC-E keeps its eight digits and is sent as EAN-13`() throws {
    let symbol = try #require(scan(["-b", "UPCE", "-d", "0123456"]).first)
    #expect(symbol.symbology == .upcE && symbol.text == "01234565")
    #expect(symbol.payload == "]E00012345000065" && symbol.valid)
  }

  @Test(arguments: [
    ("4006381333931+12", "4006381333931 12"), ("4006381333931+52495", "4006381333931 52495"),
  ])
  func `an add-on is joined to its symbol`(written: String, text: String) throws {
    let symbols = try scan(["-b", "EANX", "-d", written])
    #expect(symbols.map(\.text) == [text])
    #expect(symbols.map(\.identifier) == ["]E3"])
    #expect(symbols.map(\.payload) == ["]E3" + text.replacing(" ", with: "")])
  }

  @Test(arguments: [
    ("CODE39", "AB-12", Symbology.code39, "]A0"), ("CODE93", "AB-12", .code93, "]G0"),
    ("CODABAR", "A40156B", .codabar, "]F0"), ("C25INTER", "30712345000010", .itf, "]I0"),
  ])
  func `other linear symbols are read under their names`(
    kind: String, text: String, symbology: Symbology, identifier: String
  ) throws {
    let symbols = try scan(["-b", kind, "-d", text])
    #expect(symbols.map(\.symbology) == [symbology])
    #expect(symbols.map(\.text) == [text])
    #expect(symbols.map(\.identifier) == [identifier])
  }

  @Test func `a UPC-A with an add-on is no EAN-13`() throws {
    let symbols = try scan(["-b", "UPCA_CHK", "-d", "036000291452+12"])
    #expect(symbols.map(\.symbology) == [.upcA])
    #expect(symbols.map(\.text) == ["036000291452 12"])
    #expect(symbols.map(\.payload) == ["]E3003600029145212"])
  }

  @Test(arguments: [("1234", 0), ("123456", 1)])
  func `Interleaved 2 of 5 is believed from six digits on`(digits: String, count: Int) throws {
    #expect(try scan(["-b", "C25INTER", "-d", digits]).count == count)
  }

  @Test func `Code 39 is read as full ASCII where that is asked for`() throws {
    let picture = try Zint.picture(["-b", "EXCODE39", "-d", "Tag a/b: 50%"])
    let plain = SymbolScanner(symbologies: [.code39]).scan(picture)
    #expect(plain.map(\.text) == ["T+A+G +A/O+B/Z 50%V".replacing("%V", with: "/E")])
    #expect(plain.map(\.identifier) == ["]A0"])
    let full = SymbolScanner(
      symbologies: [.code39], contentOptions: ContentOptions(code39FullASCII: true)
    ).scan(picture)
    #expect(full.map(\.text) == ["Tag a/b: 50%"] && full.map(\.payload) == ["]A4Tag a/b: 50%"])
  }

  @Test func `parts of a structured append are read each by itself, together and alone`() throws {
    let parts = try [("1,2", "first half"), ("2,2", "second half")].map { number, text in
      try Zint.picture(["-b", "QRCODE", "--structapp=\(number)", "-d", text])
    }
    let scanner = SymbolScanner(symbologies: [.qrCode])
    #expect(scanner.scan(parts[0]).map(\.text) == ["first half"])
    #expect(scanner.scan(parts[1]).map(\.text) == ["second half"])
    var both = Picture(width: parts[0].width, height: parts[0].height + parts[1].height)
    both.image.pixels = parts[0].pixels + parts[1].pixels
    #expect(scanner.scan(both.image).map(\.text) == ["first half", "second half"])
  }
}
