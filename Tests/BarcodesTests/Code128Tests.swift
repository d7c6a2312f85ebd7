import Barcodes
import TestSupport
import Testing

/// How many random texts the oracles are asked about.
private let oracleTexts = 10_000
private let searchedTexts = 400

struct Code128Tests {
  private func encode(_ bytes: [UInt8]) throws -> Symbol {
    try SymbolEncoder.encode(
      String(latin1: bytes), as: .code128, options: EncodingOptions(allowsFNC4: true))
  }

  private func width(_ symbol: Symbol) -> Int { symbol.moduleRows[0].count }

  @Test func `the example of four digits takes one start and two characters`() throws {
    let symbol = try SymbolEncoder.encode("1234", as: .code128)
    // Start C, 12, 34, check character (105 + 12 + 2 * 34) % 103 = 82, stop.
    #expect(
      symbol.moduleRows == [
        "11010011100" + "10110011100" + "10001011000" + "10010011110" + "1100011101011"
      ])
  }

  @Test func `control characters and letters are kept as they are`() throws {
    let symbol = try SymbolEncoder.encode("a\tB\r\n", as: .code128)
    #expect(symbol.data == "a\tB\r\n")
    #expect(symbol.text == "a B  ")
  }

  @Test func `an empty text is refused`() {
    let fault = #expect(throws: EncodingFault.self) {
      try SymbolEncoder.encode("", as: .code128)
    }
    #expect(fault?.code == "symbol.length")
  }

  @Test func `a letter that needs FNC4 is refused unless it is asked for`() throws {
    let fault = try #require(throws: EncodingFault.self) {
      try SymbolEncoder.encode("5-µ", as: .code128)
    }
    #expect(fault.code == "symbol.character" && fault.position == 3)
    #expect(fault.message.contains("FNC4"))
    let options = EncodingOptions(allowsFNC4: true)
    #expect(try SymbolEncoder.encode("5-µ", as: .code128, options: options).data == "5-µ")
  }

  @Test func `a character outside Latin-1 is refused with its position`() {
    let fault = #expect(throws: EncodingFault.self) {
      try SymbolEncoder.encode("Regal €5", as: .code128)
    }
    #expect(fault?.code == "symbol.character")
    #expect(fault?.position == 7)
    #expect(fault?.message.contains("“€” (U+20AC)") == true)
  }

  @Test func `no text gets a symbol that is longer than a search finds`() throws {
    let texts =
      RandomText.asciiTexts(searchedTexts, seed: 1) + RandomText.latin1Texts(searchedTexts, seed: 2)
    for bytes in texts {
      let least = Code128Search.leastCharacters(bytes)
      #expect(width(try encode(bytes)) == 11 * (least + 1) + 13, "\(bytes)")
    }
  }

  /// ASCII alone: zint keeps FNC4 latched in code set C, where the standard leaves open what it
  /// does to digits.
  @Test(.enabled(if: Zint.program != nil, "zint is not installed"))
  func `a symbol has the least width, and is never wider than zint's`() throws {
    let texts = RandomText.asciiTexts(oracleTexts, seed: 3)
    let theirs = try Zint.modules(of: texts, type: 20)
    try #require(theirs.count == texts.count)
    for (bytes, their) in zip(texts, theirs) {
      let ours = width(try encode(bytes))
      if ours > their.count { Issue.record("\(bytes): \(ours) modules, zint \(their.count)") }
      let least = 11 * (Code128Programme.leastCharacters(bytes) + 1) + 13
      if ours != least { Issue.record("\(bytes): \(ours) modules, the least are \(least)") }
    }
  }

  @Test(.enabled(if: ZXing.program != nil, "Python has no zxing-cpp"))
  func `zxing reads back every text of ASCII`() throws {
    let texts = RandomText.asciiTexts(oracleTexts, seed: 3)
    let read = try ZXing.read(try texts.map(encode), as: "Code128")
    try #require(read.count == texts.count)
    for (bytes, read) in zip(texts, read) where read?.text != String(latin1: bytes) {
      Issue.record("\(bytes) was read as \(read.map { "\($0)" } ?? "nothing")")
    }
  }

  @Test(.enabled(if: ZBarImage.program != nil, "zbarimg is not installed"))
  func `zbar reads back texts of ASCII`() throws {
    let texts = RandomText.asciiTexts(oracleTexts / 10, seed: 3)
    let read = try ZBarImage.read(try texts.map(encode), as: "code128")
    for (bytes, read) in zip(texts, read) where read != bytes {
      Issue.record("\(bytes) was read as \(read.map { "\($0)" } ?? "nothing")")
    }
  }

  /// zbar ignores FNC4, so the upper half of Latin-1 comes back as the lower.
  @Test(.enabled(if: ZBarImage.program != nil, "zbarimg is not installed"))
  func `zbar reads the characters of Latin-1 texts less their high bit`() throws {
    let texts = RandomText.latin1Texts(500, seed: 5)
    let read = try ZBarImage.read(try texts.map(encode), as: "code128")
    for (bytes, read) in zip(texts, read) {
      #expect(read == bytes.map { $0 & 0x7F })
    }
  }
}
