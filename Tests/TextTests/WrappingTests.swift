import TestSupport
import Testing
import Text

@Suite struct WrappingTests {
  private let font: Font

  init() throws {
    font = try TextEngine().font(FontRequest(family: "DejaVu Sans"), size: 20)
  }

  @Test func `lines are as long as fits, and no word is lost`() throws {
    var random = RandomSource(seed: 11)
    for _ in 0..<50 {
      let words = (0..<Int.random(in: 1...12, using: &random)).map { _ in
        String(repeating: "n", count: Int.random(in: 1...9, using: &random))
      }
      let width = Int.random(in: 120...300, using: &random)
      let lines = try font.wrap(words.joined(separator: " "), width: width)
      #expect(lines.allSatisfy { $0.inkColumns.count <= width })
      let greedy = try count(words, width)
      #expect(lines.count == greedy, "\(words) in \(width)")
    }
  }

  @Test func `a line end breaks, and a word that is too wide stands alone`() throws {
    #expect(try font.wrap("a\nb", width: 500).count == 2)
    #expect(try font.wrap(" \n ", width: 500).isEmpty)
    let lines = try font.wrap("a wwwwwwwwwwwwwwww b", width: 60)
    #expect(lines.count == 3)
    #expect(lines[1].inkColumns.count > 60)
  }

  @Test func `words without width stand in one line, in their order`() throws {
    // A space of no width (U+200B) is no white space: each is a word without ink.
    let text = Array(repeating: "\u{200B}", count: 8000).joined(separator: " ")
    let lines = try font.wrap(text, width: 200)
    #expect(lines.allSatisfy { $0.inkColumns.count <= 200 })
    #expect(lines.map(\.text).joined(separator: " ") == text)
  }

  @Test func `breaking ends with the limit, however long the text is`() throws {
    let text = String(repeating: "word ", count: 200_000)
    #expect(try font.wrap(text, width: 200, limit: 3).count == 3)
  }

  @Test(
    .enabled(if: FontLibrary.families().contains("Noto Sans CJK JP"), "no Noto Sans CJK"))
  func `Chinese and Japanese break between characters, but for marks and words`() throws {
    let font = try TextEngine().font(
      FontRequest(family: "DejaVu Sans", fallbacks: ["Noto Sans CJK JP"]), size: 20)
    let lines = try font.wrap("倉庫「東京」の、棚卸し。ＡＢ Lager Nord第二", width: 85).map(\.text)
    #expect(lines.allSatisfy { !"」、。".contains($0.first ?? " ") && $0.last != "「" })
    #expect(lines.contains { $0.contains("Lager") } && lines.contains { $0.contains("Nord") })
    let alone = try font.wrap("東京都千代田区", width: 50)
    #expect(alone.allSatisfy { $0.inkColumns.count <= 50 } && alone.count == 4)
  }

  @Test(
    .enabled(if: FontLibrary.families().contains("Noto Sans Thai"), "no Noto Sans Thai"))
  func `Thai breaks at spaces only`() throws {
    let font = try TextEngine().font(FontRequest(family: "Noto Sans Thai"), size: 20)
    #expect(try font.wrap("คลังสินค้า กรุงเทพ", width: 60).map(\.text) == ["คลังสินค้า", "กรุงเทพ"])
  }

  /// How many lines a greedy typesetter needs, counted in another way: by trying each break.
  private func count(_ words: [String], _ width: Int) throws -> Int {
    var lines = 1
    var line = ""
    for word in words {
      let longer = line.isEmpty ? word : line + " " + word
      if try font.shape(longer).inkColumns.count <= width || line.isEmpty {
        line = longer
      } else {
        (lines, line) = (lines + 1, word)
      }
    }
    return lines
  }
}
