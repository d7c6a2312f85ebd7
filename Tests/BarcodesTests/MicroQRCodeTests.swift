import Barcodes
import TestSupport
import Testing

struct MicroQRCodeTests {
  private func encode(
    _ text: String, _ level: EncodingOptions.ErrorCorrection = .low
  ) throws -> Symbol {
    try SymbolEncoder.encode(
      text, as: .microQRCode, options: EncodingOptions(errorCorrection: level))
  }

  @Test func `the smallest version is taken`() throws {
    // ISO/IEC 18004:2015, Table 7: M2-L holds ten digits, M3-L nine bytes, M4-L fifteen.
    #expect(try encode("0123456789").moduleRows.count == 13)
    #expect(try encode("abcdefghi").moduleRows.count == 15)
    #expect(try encode("abcdefghijklmno").moduleRows.count == 17)
  }

  @Test(arguments: [("L", 15, 35), ("M", 13, 30), ("Q", 9, 21)])
  func `a level holds what the standard says and refuses one more`(
    level: String, bytes: Int, digits: Int
  ) throws {
    let level = try #require(EncodingOptions.ErrorCorrection(rawValue: level))
    for (character, most) in [("a", bytes), ("7", digits)] {
      #expect(try encode(String(repeating: character, count: most), level).moduleRows.count == 17)
      let fault = #expect(throws: EncodingFault.self) {
        try encode(String(repeating: character, count: most + 1), level)
      }
      #expect(fault?.code == "symbol.too-long")
      #expect(fault?.message.contains("holds \(bytes) ") == true)
    }
  }

  @Test func `level H and an empty text are refused`() {
    #expect(throws: EncodingFault.self) { try encode("1", .high) }
    let fault = #expect(throws: EncodingFault.self) { try encode("") }
    #expect(fault?.code == "symbol.length")
  }

  @Test(.enabled(if: ZXing.program != nil, "Python has no zxing-cpp"))
  func `zxing reads back short texts`() throws {
    let texts =
      RandomText.asciiTexts(300, seed: 31).map { String(latin1: $0) }
      .filter { $0.utf8.count < 16 } + ["Büro", "0123456789", "A-1/B"]
    let read = try ZXing.read(try texts.map { try encode($0) }, as: "MicroQRCode")
    #expect(read.map { $0?.text } == texts)
  }
}
