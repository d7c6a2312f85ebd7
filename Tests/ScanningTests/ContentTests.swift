import Barcodes
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

  @Test func `bytes that are no text are kept`() throws {
    let bytes: [UInt8] = [0x00, 0xFF, 0x80, 0x01, 0xC3]
    let symbol = try #require(scan(["-b", "QRCODE", "--binary"], input: bytes).first)
    #expect(symbol.bytes == bytes)
  }

  @Test func `Code 128 with FNC1 first is GS1-128, its separators are shown`() throws {
    let symbol = try #require(
      scan(["-b", "GS1_128", "-d", "[10]AB-12[01]09506000134352"]).first)
    #expect(symbol.symbology == .gs1_128 && symbol.identifier == "]C1")
    #expect(symbol.payload == "]C110AB-12\u{1D}0109506000134352")
    #expect(symbol.text == "10AB-12<GS>0109506000134352")
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

  @Test func `DataBar holds a GTIN`() throws {
    let symbol = try #require(scan(["-b", "DBAR_OMN", "-d", "0950600013435"]).first)
    #expect(symbol.symbology == .databar && symbol.text == "(01)09506000134352")
    #expect(symbol.payload == "]e00109506000134352")
    #expect(symbol.gs1.map(\.value) == ["09506000134352"] && symbol.valid)
  }

  @Test func `a stacked DataBar Expanded is one symbol`() throws {
    let symbols = try scan(
      ["-b", "DBAR_EXPSTK", "--cols=4", "-d", "[01]09506000134352[10]AB-12[17]300101"])
    #expect(symbols.count == 1)
    #expect(symbols.map(\.symbology) == [.databarExpanded])
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
