import TestSupport
import Testing
import Text

/// Lines that were shaped before are kept; they must be what they would be anew.
struct RepeatedLineTests {
  @Test func `a line that comes again is the same as the first time, whatever came between`() throws
  {
    let request = FontRequest(family: "DejaVu Sans")
    let font = try TextEngine().font(request, size: 30)
    let texts = ["AVATAR", "office", "S/N 1", "Größe", "שלום", "AVATAR"]
    for round in 0..<3 {
      for number in 0..<300 { _ = try font.shape("\(round) \(number)") }
      for text in texts {
        let anew = try TextEngine().font(request, size: 30).shape(text)
        let again = try font.shape(text)
        #expect(again.text == text && again.advance == anew.advance)
        #expect(again.inkColumns == anew.inkColumns && again.inkRows == anew.inkRows)
        #expect(again.runs.map { $0.glyphs.map(\.id) } == anew.runs.map { $0.glyphs.map(\.id) })
      }
    }
  }

  @Test(arguments: ["AST-0123456789", "AVT.,-fil 17", "0123456789-"])
  func `a line that is put together from parts is the same as one shaped at once`(
    characters: String
  ) throws {
    var random = RandomSource(seed: 11)
    let request = FontRequest(family: "DejaVu Sans")
    let font = try TextEngine().font(request, size: 23)
    for number in 0..<600 {
      let count = Int.random(in: 1...12, using: &random)
      let text = String((0..<count).map { _ in characters.randomElement(using: &random) ?? "0" })
      let line = try font.shapeOnce(text)
      guard number > 300 else { continue }
      let anew = try TextEngine().font(request, size: 23).shapeOnce(text)
      #expect(line.advance == anew.advance && line.inkColumns == anew.inkColumns)
      for (part, whole) in zip(line.runs, anew.runs) {
        #expect(part.glyphs.map(\.id) == whole.glyphs.map(\.id))
        #expect(part.glyphs.map(\.cluster) == whole.glyphs.map(\.cluster))
        #expect(part.glyphs.map(\.advance) == whole.glyphs.map(\.advance))
        #expect(part.glyphs.map { $0.origin.x } == whole.glyphs.map { $0.origin.x })
        #expect(part.glyphs.map { $0.origin.y } == whole.glyphs.map { $0.origin.y })
      }
    }
  }

  @Test(arguments: ["Cordless drill 7", "a", "one two three four five six seven eight"])
  func `a line of ASCII is plain`(text: String) { #expect(text.isPlainLine) }

  @Test(arguments: [
    "", " a", "a ", "a  b", "a\tb", "a\nb", "é", "a b c d e f g h i", "\u{7F}", "a\u{A0}b",
  ])
  func `what has to be broken or joined isn't plain`(text: String) { #expect(!text.isPlainLine) }
}
