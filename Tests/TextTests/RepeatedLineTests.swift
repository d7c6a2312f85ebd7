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

  @Test(arguments: ["Cordless drill 7", "a", "one two three four five six seven eight"])
  func `a line of ASCII is plain`(text: String) { #expect(text.isPlainLine) }

  @Test(arguments: [
    "", " a", "a ", "a  b", "a\tb", "a\nb", "é", "a b c d e f g h i", "\u{7F}", "a\u{A0}b",
  ])
  func `what has to be broken or joined isn't plain`(text: String) { #expect(!text.isPlainLine) }
}
