import Barcodes
import TestSupport
import Testing

struct QRCodeTests {
  private static let textsPerLevel = 200

  private func encode(
    _ text: String, _ level: EncodingOptions.ErrorCorrection = .medium
  ) throws -> Symbol {
    try SymbolEncoder.encode(text, as: .qrCode, options: EncodingOptions(errorCorrection: level))
  }

  @Test func `digits and capitals take smaller symbols than letters`() throws {
    // Version 1-M holds 34 digits, 20 alphanumeric characters or 14 bytes (ISO/IEC 18004, Table 7).
    #expect(try encode(String(repeating: "7", count: 34)).moduleRows.count == 21)
    #expect(try encode(String(repeating: "A", count: 20)).moduleRows.count == 21)
    #expect(try encode(String(repeating: "a", count: 14)).moduleRows.count == 21)
    #expect(try encode(String(repeating: "a", count: 15)).moduleRows.count == 25)
  }

  @Test func `a text of mixed kinds is split where that is shorter`() throws {
    // 4 bytes and 21 digits: 12 + 32 + 14 + 70 = 128 bits, all that version 1-M holds.
    #expect(try encode("abc:" + String(repeating: "7", count: 21)).moduleRows.count == 21)
    #expect(try encode("abc:" + String(repeating: "7", count: 22)).moduleRows.count == 25)
  }

  @Test(arguments: [("L", 2953), ("M", 2331), ("Q", 1663), ("H", 1273)])
  func `a level holds what the standard says and refuses one byte more`(
    level: String, bytes: Int
  ) throws {
    let level = try #require(EncodingOptions.ErrorCorrection(rawValue: level))
    #expect(try encode(String(repeating: "a", count: bytes), level).moduleRows.count == 177)
    let fault = #expect(throws: EncodingFault.self) {
      try encode(String(repeating: "a", count: bytes + 1), level)
    }
    #expect(fault?.code == "symbol.too-long")
    #expect(fault?.message.contains("has \(bytes + 1) bytes") == true)
    #expect(fault?.message.contains("holds \(bytes) ") == true)
  }

  @Test func `an empty text is refused`() {
    let fault = #expect(throws: EncodingFault.self) { try encode("") }
    #expect(fault?.code == "symbol.length")
  }

  @Test(
    .enabled(if: ZBarImage.program != nil, "zbarimg is not installed"),
    arguments: EncodingOptions.ErrorCorrection.allCases)
  func `zbar reads back random texts`(level: EncodingOptions.ErrorCorrection) throws {
    let texts = RandomText.asciiTexts(Self.textsPerLevel, seed: 11)
    let symbols = try texts.map { try encode(String(latin1: $0), level) }
    let read = try ZBarImage.read(symbols, as: "qrcode")
    for (bytes, read) in zip(texts, read) { #expect(read == bytes) }
  }

  @Test(.enabled(if: ZXing.program != nil, "Python has no zxing-cpp"))
  func `zxing reads back random texts of all scripts at every level`() throws {
    var random = RandomSource(seed: 12)
    let levels = EncodingOptions.ErrorCorrection.allCases
    let texts = (0..<10_000).map { _ in RandomText.mixed(1...60, using: &random) }
    let symbols = try texts.indices.map { try encode(texts[$0], levels[$0 % 4]) }
    let read = try ZXing.read(symbols, as: "QRCode")
    try #require(read.count == texts.count)
    let wrong = texts.indices.filter { read[$0]?.text != texts[$0] }
    #expect(wrong.count == 0, "\(wrong.prefix(3).map { (texts[$0], read[$0]?.text) })")
  }

  @Test(
    .enabled(if: ZBarImage.program != nil, "zbarimg is not installed"),
    arguments: [
      "Büro 12", "漢字 and かな", "склад", "📦", "a\u{0}b", "مخزن", "HTTPS://EXAMPLE.ORG/0123456789é",
    ])
  func `text beyond ASCII comes back as the UTF-8 that went in`(text: String) throws {
    #expect(try ZBarImage.readRaw(try encode(text)) == Array(text.utf8))
  }

  @Test func `many threads get the same symbols as one`() async throws {
    let texts = (0..<64).map { "https://example.org/a/\($0)" }
    let alone = try texts.map { try encode($0) }
    let together = try await withThrowingTaskGroup(of: (Int, Symbol).self) { group in
      for (index, text) in texts.enumerated() {
        group.addTask { (index, try SymbolEncoder.encode(text, as: .qrCode)) }
      }
      return try await group.reduce(into: [Int: Symbol]()) { $0[$1.0] = $1.1 }
    }
    #expect(alone == texts.indices.map { together[$0] })
  }
}
