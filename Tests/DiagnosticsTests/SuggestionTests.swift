import Diagnostics
import Testing

struct SuggestionTests {
  private let names = ["code-128", "code-39", "qr-code", "ean-13"]

  @Test(arguments: [("code-218", "code-128"), ("QR-Code", "qr-code"), ("ean13", "ean-13")])
  func `a misspelt word finds the one that was meant`(word: String, meant: String) {
    #expect(Suggestion.nearest(to: word, among: names) == meant)
  }

  @Test func `two letters in the wrong order are one edit`() {
    // A word of three letters has a budget of one.
    #expect(Suggestion.nearest(to: "tga", among: ["tag"]) == "tag")
    #expect(Suggestion.nearest(to: "gat", among: ["tag"]) == nil)
  }

  @Test func `a word that nothing is near to gets no suggestion`() {
    #expect(Suggestion.nearest(to: "template", among: names) == nil)
    #expect(Suggestion.hint(for: "template", among: names).isEmpty)
  }

  @Test func `a hint is a question behind a message`() {
    #expect(Suggestion.hint(for: "code-93", among: names) == " Did you mean code-39?")
  }
}
