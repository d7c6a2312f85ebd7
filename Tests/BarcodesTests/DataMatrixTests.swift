import Foundation
import TestSupport
import Testing

@testable import Barcodes

/// How many random texts zint and zxing-cpp are asked about, and how many are searched through.
private let oracleTexts = 10_000
private let searchedTexts = 50

struct DataMatrixTests {
  private func words(_ text: String, _ shape: EncodingOptions.MatrixShape = .square) throws
    -> [UInt8]
  {
    try DataMatrixEncoder.words(DataMatrixContent(text: text), shape).words
  }

  private func encode(
    _ text: String, _ shape: EncodingOptions.MatrixShape = .square
  ) throws -> Symbol {
    try SymbolEncoder.encode(text, as: .dataMatrix, options: EncodingOptions(shape: shape))
  }

  @Test func `the example of six digits has the words, check words and modules of the standard`()
    throws
  {
    // ISO/IEC 16022:2006, Annex O.
    #expect(try words("123456") == [142, 164, 186])
    let size = DataMatrixSize.squares[0]
    #expect(
      DataMatrixBlockCode.completed([142, 164, 186], size)
        == [142, 164, 186, 114, 25, 5, 88, 102])
    #expect(
      try encode("123456").moduleRows == [
        "1010101010", "1100101101", "1100000100", "1100011101", "1100001000", "1000001111",
        "1110110000", "1111011001", "1001110100", "1111111111",
      ])
  }

  @Test func `capitals and digits take three characters in two words`() throws {
    // C40, then A 14, I 22, M 26: 1600 * 14 + 40 * 22 + 26 + 1 = 91 * 256 + 11 (5.2.5.1).
    #expect(try words("AIMAIMAIM").starts(with: [230, 91, 11, 91, 11, 91, 11]))
    #expect(try words("aimaimaim").starts(with: [239, 91, 11, 91, 11, 91, 11]))
  }

  @Test func `what goes into the last word needs no unlatch`() throws {
    // Four triples, and two digits in ASCII, fill the ten words of 8 × 32.
    let text = "AIMAIMAIMAIM77"
    #expect(try words(text, .rectangle) == [230, 91, 11, 91, 11, 91, 11, 91, 11, 207])
    // In twelve words there is room for an unlatch, which comes before the digits and the pad.
    #expect(try words(text).suffix(3) == [254, 207, 129])
  }

  @Test func `bytes of many kinds go into a field with their number`() throws {
    let text = String(repeating: "é", count: 5)
    let field = try words(text)
    #expect(field.first == 231)
    // The number 10 at place 2: 10 + 149 * 2 % 255 + 1 (Annex B.2).
    #expect(field[1] == 10 + 44)
    // The first byte at place 3: 195 + 149 * 3 % 255 + 1 = 388, less 256.
    #expect(field[2] == 132)
  }

  @Test func `padding after the first pad word looks random`() throws {
    // Annex B.1: 129 + 149 * place % 253 + 1, less 254 where it is more.
    #expect(try words("a") == [98, 129, 70])
  }

  @Test func `the envelopes of ISO 15434 take one word`() throws {
    let text = "[)>\u{1E}06\u{1D}25PABC\u{1E}\u{04}"
    #expect(try words(text).first == 237)
    #expect(try words(text.replacingOccurrences(of: "06", with: "05")).first == 236)
    #expect(try words("[)>\u{1E}06\u{1D}25PABC").first != 237)
    #expect(try encode(text).data == text)
  }

  @Test(.enabled(if: Zint.program != nil, "zint is not installed"))
  func `every size is as zint writes it`() throws {
    try #require(DataMatrixSize.squares.count == 24 && DataMatrixSize.rectangles.count == 6)
    for shape in [EncodingOptions.MatrixShape.square, .rectangle] {
      for size in DataMatrixSize.sizes(shape) {
        let digits = Array(String(repeating: "7", count: 2 * size.dataWords).utf8)
        let heights = shape == .rectangle ? [size.columns: size.rows] : [:]
        let version =
          DataMatrixSize.sizes(shape).firstIndex(of: size)!
          + (shape == .square ? 1 : 25)
        let theirs = try Zint.dataMatrix(
          of: [digits], ["--vers=\(version)"], heights: heights)
        let ours = try encode(String(latin1: digits), shape).moduleRows
        #expect(theirs == [ours], "\(size.rows) × \(size.columns)")
      }
    }
  }

  @Test func `a shape is kept to`() throws {
    let text = "0123456789"
    #expect(try encode(text).moduleRows.count == 12)
    #expect(try encode(text, .rectangle).moduleRows.map(\.count) == Array(repeating: 18, count: 8))
    // Nine words: 8 × 32 has as few modules as 16 × 16, and fewer words to fill.
    let smallest = try encode("012345678901234567", .smallest).moduleRows
    #expect(smallest.map(\.count) == Array(repeating: 32, count: 8))
  }

  @Test func `the largest symbols hold what they should and refuse one more`() throws {
    #expect(try encode(String(repeating: "7", count: 3116)).moduleRows.count == 144)
    #expect(try encode(String(repeating: "7", count: 98), .rectangle).moduleRows.count == 16)
    // 2335 capitals (Table 7): 778 triples, one word of latch, and the last one in ASCII.
    #expect(try encode(String(repeating: "A", count: 2335)).moduleRows.count == 144)
    for (text, shape) in [
      (String(repeating: "7", count: 3117), EncodingOptions.MatrixShape.square),
      (String(repeating: "A", count: 2336), .square),
      (String(repeating: "7", count: 99), .rectangle),
    ] {
      let fault = #expect(throws: EncodingFault.self) { try encode(text, shape) }
      #expect(fault?.code == "symbol.too-long")
      #expect(fault?.message.contains("has \(text.count) characters") == true)
    }
  }

  @Test func `an empty text is refused`() {
    let fault = #expect(throws: EncodingFault.self) { try encode("") }
    #expect(fault?.code == "symbol.length")
  }

  @Test func `no text takes more words than a search from the reader's side finds`() throws {
    let texts =
      RandomText.asciiTexts(searchedTexts, seed: 21)
      + RandomText.latin1Texts(searchedTexts, seed: 22)
      + RandomText.dataMatrixTexts(searchedTexts, seed: 23)
    for bytes in texts {
      let path = DataMatrixPath(bytes.map(DataMatrixCharacter.init), prefixLength: 0)
      let least = DataMatrixSearch.leastWords(bytes)
      #expect(path.length == least, "\(bytes)")
    }
  }

  @Test func `the fewest words are really written`() throws {
    for bytes in RandomText.dataMatrixTexts(2_000, seed: 24) {
      let message = bytes.map(DataMatrixCharacter.init)
      let path = DataMatrixPath(message, prefixLength: 0)
      // In a symbol without a word to spare, and in one with some.
      for capacity in [path.length, path.length + 1, path.length + 2, path.length + 3] {
        let words = DataMatrixWords(
          message, path.segments(words: capacity), prefix: [], capacity: capacity)
        #expect(words.words.count == capacity, "\(bytes)")
      }
    }
  }

  @Test(.enabled(if: Zint.program != nil, "zint is not installed"))
  func `no text gets a larger square than zint gives it`() throws {
    let texts =
      RandomText.dataMatrixTexts(oracleTexts / 2, seed: 25)
      + RandomText.asciiTexts(oracleTexts / 2, seed: 26)
    for start in stride(from: 0, to: texts.count, by: 500) {
      let some = Array(texts[start..<min(start + 500, texts.count)])
      let theirs = try Zint.dataMatrix(of: some, ["--square"])
      try #require(theirs.count == some.count)
      for (bytes, their) in zip(some, theirs) {
        let ours = try encode(String(decoding: bytes, as: UTF8.self)).moduleRows.count
        if ours > their.count { Issue.record("\(bytes): \(ours) modules, zint \(their.count)") }
      }
    }
  }

  @Test(.enabled(if: ZXing.program != nil, "Python has no zxing-cpp"))
  func `zxing reads back random texts in every shape`() throws {
    let texts =
      RandomText.asciiTexts(oracleTexts / 3, seed: 27).map { String(latin1: $0) }
      + RandomText.latin1Texts(oracleTexts / 3, seed: 28).map { String(latin1: $0) }
      + RandomText.dataMatrixTexts(oracleTexts / 3, seed: 29).map { String(latin1: $0) }
      + ["漢字 and かな", "склад", "📦", "a\u{0}b", "مخزن", "ﾊﾝｶｸ"]
    for shape in EncodingOptions.MatrixShape.allCases {
      let some = shape == .rectangle ? texts.filter { $0.utf8.count < 47 } : texts
      let read = try ZXing.read(try some.map { try encode($0, shape) }, as: "DataMatrix")
      try #require(read.count == some.count)
      for (text, read) in zip(some, read) where read?.text != text {
        Issue.record("\(text.debugDescription) was read as \(String(describing: read))")
      }
    }
  }

  @Test(.enabled(if: ZXing.program != nil, "Python has no zxing-cpp"))
  func `zxing reads back long texts of every length class`() throws {
    let lengths = [60, 248, 249, 250, 251, 499, 500, 700, 1000, 1300, 1553, 1554, 1555, 1556]
    let texts = lengths.map { length in
      String(latin1: (0..<length).map { UInt8($0 * 7 % 27 + 1) })
    }
    let read = try ZXing.read(try texts.map { try encode($0) }, as: "DataMatrix")
    #expect(read.map { $0?.text } == texts)
  }
}
