import TestSupport
import Testing

@testable import Scanning

/// Code words by hand, from ISO/IEC 16022:2006, 5.2 and annexes B and C.
struct DataMatrixMessageTests {
  private func text(_ words: [UInt8]) -> String? {
    DataMatrixMessage(codewords: words).map {
      String($0.bytes.map { Character(Unicode.Scalar($0)) })
    }
  }

  /// Three values of C40, Text or X12 in two words (5.2.5.2).
  private func packed(_ values: [Int]) -> [UInt8] {
    stride(from: 0, to: values.count, by: 3).flatMap { start -> [UInt8] in
      let packed = 1600 * values[start] + 40 * values[start + 1] + values[start + 2] + 1
      return [UInt8(packed / 256), UInt8(packed % 256)]
    }
  }

  /// Bytes as base 256 hides them behind some words (annex B.2), with their length.
  private func randomized(_ bytes: [UInt8], behind count: Int) -> [UInt8] {
    bytes.enumerated().map { index, byte in
      let noise = 149 * (count + index + 1) % 255 + 1
      return UInt8((Int(byte) + noise) % 256)
    }
  }

  @Test func `ASCII has a word a character, and one for two digits`() {
    #expect(text([1, 33, 66, 98, 128]) == "\u{0} Aa\u{7F}")
    #expect(text([130, 142, 229]) == "001299")
    // The example of annex O.
    #expect(text([142, 164, 186]) == "123456")
  }

  @Test func `what follows a pad isn't read`() {
    #expect(text([66, 129, 67, 200]) == "A")
  }

  @Test func `an upper shift leads to the other half of Latin-1`() {
    #expect(text([235, 106, 66]) == "\u{E9}A")
    #expect(text([235, 1, 235, 128]) == "\u{80}\u{FF}")
    #expect(text([66, 235]) == nil)
    #expect(text([235, 142]) == nil)
  }

  @Test func `C40 has three characters in two words`() {
    // The example of 5.2.5.2.
    #expect(text([230, 91, 11, 91, 11, 91, 11, 254, 66]) == "AIMAIMAIMA")
    #expect(text([230] + packed([3, 4, 13, 14, 39, 3]) + [254]) == " 09AZ ")
  }

  @Test func `C40 shifts to control characters, punctuation and small letters`() {
    #expect(text([230] + packed([0, 0, 0, 31, 14, 14])) == "\u{0}\u{1F}AA")
    #expect(text([230] + packed([1, 0, 1, 14, 1, 15, 1, 21, 1, 22, 1, 26])) == "!/:@[_")
    #expect(text([230] + packed([2, 0, 2, 1, 2, 31])) == "`a\u{7F}")
  }

  @Test func `C40 has an upper shift and FNC1`() {
    #expect(text([230] + packed([1, 30, 2, 9, 14, 15])) == "\u{E9}AB")
    #expect(text([230] + packed([14, 15, 16, 1, 27, 17])) == "ABC\u{1D}D")
  }

  @Test func `Text has small letters where C40 has capitals`() {
    #expect(text([239] + packed([14, 39, 3, 4, 13, 14]) + [254]) == "az 09a")
    #expect(text([239] + packed([2, 1, 2, 26, 2, 0])) == "AZ`")
    #expect(text([239] + packed([2, 27, 2, 31, 14, 14])) == "{\u{7F}aa")
  }

  @Test func `X12 has its separators`() {
    #expect(text([238] + packed([0, 1, 2, 3, 4, 39]) + [254, 34]) == "\r*> 0Z!")
  }

  @Test func `a single word behind C40 is ASCII`() {
    #expect(text([230, 91, 11, 66]) == "AIMA")
    #expect(text([238] + packed([14, 15, 16]) + [68]) == "ABCC")
  }

  @Test func `EDIFACT has four characters in three words, up to its unlatch`() {
    // A to D are 1 to 4, in six bits each; the unlatch is 31, and fills its word with zeros.
    #expect(text([240, 0x04, 0x20, 0xC4, 0x7C, 66, 67]) == "ABCDAB")
    #expect(text([240, 0x04, 0x20, 0xC4, 66]) == "ABCDA")
    // 0 and 9 are 48 and 57.
    #expect(text([240, 0xC3, 0x97, 0xC0, 66]) == "09A")
    #expect(text([240, 0xC1, 0xF0, 66]) == "0A")
    #expect(text([240, 66, 67]) == "AB")
  }

  @Test(arguments: [1, 2, 249, 250, 251, 499, 500, 1000])
  func `base 256 has any bytes, with their number before them`(count: Int) {
    var random = RandomSource(seed: UInt64(count))
    let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
    let length =
      count < 250 ? [UInt8(count)] : [UInt8(count / 250 + 249), UInt8(count % 250)]
    let words = [66, 231] + randomized(length + bytes, behind: 2)
    #expect(DataMatrixMessage(codewords: words + [67])?.bytes == [65] + bytes + [66])
    // Of length 0 it goes to the end.
    let open = [66, 231] + randomized([0] + bytes, behind: 2)
    #expect(DataMatrixMessage(codewords: open)?.bytes == [65] + bytes)
  }

  @Test func `base 256 that ends too early is no message`() {
    #expect(text([231]) == nil)
    #expect(text([231] + randomized([3, 65, 66], behind: 1)) == nil)
    #expect(text([231] + randomized([250], behind: 1)) == nil)
  }

  @Test func `a macro stands for what is around the content`() {
    #expect(text([236, 66]) == "[)>\u{1E}05\u{1D}A\u{1E}\u{4}")
    #expect(text([237, 66]) == "[)>\u{1E}06\u{1D}A\u{1E}\u{4}")
  }

  @Test func `FNC1 is told by its place`() throws {
    let gs1 = try #require(DataMatrixMessage(codewords: [232, 131, 142, 232, 151]))
    #expect(gs1.isGS1 && !gs1.isAIM && gs1.bytes == Array("0112\u{1D}21".utf8))
    let letter = try #require(DataMatrixMessage(codewords: [66, 232, 67]))
    #expect(letter.isAIM && !letter.isGS1 && letter.bytes == Array("AB".utf8))
    let pair = try #require(DataMatrixMessage(codewords: [142, 232, 67]))
    #expect(pair.isAIM && pair.bytes == Array("12B".utf8))
    let later = try #require(DataMatrixMessage(codewords: [66, 67, 232, 68]))
    #expect(!later.isAIM && !later.isGS1 && later.bytes == Array("AB\u{1D}C".utf8))
  }

  @Test func `the number of an ECI is passed over, in one to three words`() {
    #expect(text([241, 27, 66]) == "A")
    #expect(text([66, 241, 128, 1, 67]) == "AB")
    #expect(text([241, 192, 1, 1, 66]) == "A")
    for words in [[241], [241, 128], [241, 192, 1]] as [[UInt8]] { #expect(text(words) == nil) }
  }

  @Test func `a part of a structured append is a message of its own`() throws {
    #expect(text([233, 42, 1, 1, 66]) == "A")
    #expect(text([233, 42, 1]) == nil)
    let gs1 = try #require(DataMatrixMessage(codewords: [233, 42, 1, 1, 232, 131]))
    #expect(gs1.isGS1 && gs1.bytes == Array("01".utf8))
  }

  @Test func `a symbol that sets up readers says so`() throws {
    let message = try #require(DataMatrixMessage(codewords: [234, 66]))
    #expect(message.isReaderProgramming && message.bytes == [65])
    #expect(try #require(DataMatrixMessage(codewords: [66])).isReaderProgramming == false)
  }

  @Test(arguments: [[], [129], [0], [255], [66, 242], [234], [236, 0], [66, 233], [66, 236]])
  func `words that spell nothing are no message`(words: [UInt8]) {
    #expect(DataMatrixMessage(codewords: words) == nil)
  }

  @Test func `any words end in a message or in none`() {
    var random = RandomSource(seed: 3)
    for _ in 0..<20_000 {
      let words = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let message = DataMatrixMessage(codewords: words)
      #expect(message == nil || message?.bytes.isEmpty == false)
    }
  }
}
