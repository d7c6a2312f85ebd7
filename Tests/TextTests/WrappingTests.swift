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

  @Test func `breaking ends with the limit, however long the text is`() throws {
    let text = String(repeating: "word ", count: 200_000)
    #expect(try font.wrap(text, width: 200, limit: 3).count == 3)
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
