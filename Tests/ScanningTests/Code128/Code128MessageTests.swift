import Testing

@testable import Scanning

/// Code words by hand, from table 1 of ISO/IEC 15417.
struct Code128MessageTests {
  private func text(_ words: [UInt8]) -> String? {
    Code128Message(words: words).map {
      String($0.bytes.map { Character(Unicode.Scalar($0)) })
    }
  }

  private let startA: UInt8 = 103
  private let startB: UInt8 = 104
  private let startC: UInt8 = 105

  @Test func `each code set has its characters`() {
    #expect(text([startA, 0, 33, 63, 64, 95]) == " A_\u{0}\u{1F}")
    #expect(text([startB, 0, 33, 64, 65, 95]) == " A`a\u{7F}")
    #expect(text([startC, 0, 12, 99]) == "001299")
  }

  @Test func `a shift is for one character, a change of code set for all that follow`() {
    #expect(text([startB, 65, 98, 64, 65]) == "a\u{0}a")
    #expect(text([startA, 33, 98, 65, 65]) == "Aa\u{1}")
    #expect(text([startC, 12, 100, 65, 101, 64, 99, 34]) == "12a\u{0}34")
  }

  @Test func `FNC4 is for one character, twice it is for all up to the next two`() {
    #expect(text([startB, 35, 65, 70, 100, 73, 83]) == "Cafés")
    let latched = text([startB, 100, 100, 35, 65, 100, 73, 83, 100, 100, 65])
    #expect(latched == "\u{C3}\u{E1}i\u{F3}a")
    #expect(text([startA, 101, 64]) == "\u{80}")
  }

  @Test func `FNC4 stays for the character behind a shift or a change of code set`() {
    #expect(text([startB, 100, 98, 64]) == "\u{80}")
    #expect(text([startB, 100, 101, 64]) == "\u{80}")
  }

  @Test func `digits of code set C stay digits while FNC4 is latched`() {
    #expect(text([startB, 100, 100, 33, 99, 12, 100, 33]) == "\u{C1}12\u{C1}")
  }

  @Test(
    arguments: [
      [104, 65, 100], [104, 65, 98], [104, 100, 99, 12], [104], [104, 100, 100], [50, 33],
      [104, 104, 33], [],
    ] as [[UInt8]])
  func `words that leave open what they say are no message`(words: [UInt8]) {
    #expect(Code128Message(words: words) == nil)
  }

  @Test func `what a simple reader says is known too`() throws {
    let message = try #require(Code128Message(words: [startB, 35, 65, 70, 100, 73]))
    #expect(message.bytesWithoutFNC4 == Array("Cafi".utf8) && message.hasFNC4)
    let plain = try #require(Code128Message(words: [startB, 35, 65, 70, 73]))
    #expect(plain.bytesWithoutFNC4 == plain.bytes && !plain.hasFNC4)
  }

  @Test func `FNC1 is told by its place`() throws {
    let gs1 = try #require(Code128Message(words: [startC, 102, 10, 12, 102, 21, 102]))
    #expect(gs1.isGS1 && !gs1.isAIM && gs1.bytes == Array("1012\u{1D}21".utf8))
    let aim = try #require(Code128Message(words: [startB, 33, 102, 34]))
    #expect(aim.isAIM && !aim.isGS1 && aim.bytes == Array("AB".utf8))
  }

  @Test func `FNC2 and FNC3 say nothing`() {
    #expect(text([startB, 97, 33, 96, 34]) == "AB")
  }
}
