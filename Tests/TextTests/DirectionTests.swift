import Testing
import Text

/// Lines of several scripts, directions and fonts. Positions are judged by the places of letters: DejaVu
/// Sans has Latin, Hebrew and Arabic.
@Suite struct DirectionTests {
  private let engine: TextEngine
  private let font: Font

  init() throws {
    engine = try TextEngine()
    font = try engine.font(FontRequest(family: "DejaVu Sans"), size: 32)
  }

  /// The letters of a line from left to right, by the bytes of its text where their glyphs begin.
  private func seen(_ text: String) throws -> String {
    let line = try font.shape(text)
    let utf8 = text.utf8
    let glyphs = line.runs.flatMap(\.glyphs).sorted { $0.origin.x < $1.origin.x }
    return glyphs.map { glyph in
      String(text.unicodeScalars[utf8.index(text.startIndex, offsetBy: glyph.cluster)])
    }.joined()
  }

  @Test(arguments: [
    // What is read, and what is seen from left to right (UAX #9).
    ("שלום", "םולש"), ("abc שלום def", "abc םולש def"), ("שלום abc עולם", "םלוע abc םולש"),
    ("חדר 201", "201 רדח"), ("abc 12 שלום 34", "abc 12 34 םולש"), ("שלום (1)", "(1) םולש"),
    ("A-1/שלום", "A-1/םולש"),
  ])
  func `mixed directions stand in visual order`(text: String, seen: String) throws {
    // HarfBuzz keeps the bytes of what it mirrors, so brackets are told by their place.
    let mirrored = try self.seen(text).replacing("(", with: "<").replacing(")", with: "(")
      .replacing("<", with: ")")
    let hasBrackets = text.contains("(")
    #expect((hasBrackets ? mirrored : try self.seen(text)) == seen)
  }

  @Test func `the direction of a line is that of its first strong letter`() throws {
    #expect(try font.shape("12 שלום abc").direction == .rightToLeft)
    #expect(try font.shape("12 abc שלום").direction == .leftToRight)
    #expect(try font.shape("12").direction == .leftToRight)
  }

  @Test func `Arabic letters join beside Latin as they do alone`() throws {
    let alone = try font.shape("سلام").runs.flatMap(\.glyphs).map(\.id)
    let beside = try font.shape("AB سلام").runs.flatMap(\.glyphs).map(\.id)
    #expect(beside.suffix(alone.count) == alone[...])
  }

  @Test func `every line of a paragraph has the direction of the paragraph`() throws {
    let text = "שלום abc def ghi jkl mno pqr stu"
    let lines = try font.wrap(text, width: 160)
    #expect(lines.count > 2)
    #expect(lines.allSatisfy { $0.direction == .rightToLeft })
  }

  @Test func `overrides hidden in a text are resolved, not drawn`() throws {
    let line = try font.shape("ab\u{202E}cd\u{202C}")
    #expect(line.inkColumns.count < 2 * (try font.shape("abcd").inkColumns.count))
    #expect(try seen("ab\u{202E}cd").filter { $0.isLetter } == "abdc")
  }
}
