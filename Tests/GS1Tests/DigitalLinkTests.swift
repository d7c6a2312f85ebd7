import GS1
import TestSupport
import Testing

struct DigitalLinkTests {
  @Test(arguments: [
    ("https://id.gs1.org/01/09506000134352", "(01)09506000134352"),
    ("https://id.gs1.org/01/09506000134352/?17=261130", "(01)09506000134352(17)261130"),
    (
      "https://example.org/shop/x/01/9506000134352/10/AB%2F1/21/S?17=261130&linkType=all",
      "(01)09506000134352(10)AB/1(21)S(17)261130"
    ),
    ("http://example.org/414/9506000134376/254/A", "(414)9506000134376(254)A"),
    ("HTTPS://example.org/01/01/01/09506000134352", "(01)09506000134352"),
    (
      "https://example.org/00/395060001343523019?3300=000150;403=R1#top",
      "(00)395060001343523019(3300)000150(403)R1"
    ),
    ("https://id.gs1.org/8004/9506000%25A", "(8004)9506000%A"),
  ])
  func `a link is a message`(uri: String, bracketed: String) {
    let message = GS1Message(digitalLink: uri)
    #expect(message.bracketed == bracketed)
    #expect(message.isValid, "\(message.problems)")
  }

  @Test(arguments: [
    ("(01)09506000134352(17)261130(21)S/1(10)AB", "/01/09506000134352/10/AB/21/S%2F1?17=261130"),
    ("(17)261130(01)09506000134352(235)T", "/01/09506000134352/235/T?17=261130"),
    ("(8006)095060001343520102(22)V", "/8006/095060001343520102/22/V"),
    ("(00)395060001343523019(400)A&B=1", "/00/395060001343523019?400=A%26B%3D1"),
  ])
  func `a message is a link, qualifiers in their order`(text: String, path: String) throws {
    #expect(try GS1Message(text).digitalLink() == "https://id.gs1.org" + path)
    #expect(try GS1Message(text).digitalLink(domain: "https://a.b/c") == "https://a.b/c" + path)
  }

  @Test(arguments: [
    ("https://id.gs1.org/01/09506000134352", true), ("HTTP://a.b/01/9506000134353", true),
    ("https://a.b/01/09506000134352/10/A/21/%24", true), ("https://a.b/p/2026/01/15", false),
    ("https://a.b/a/IT-000017", false), ("(01)09506000134352", false), ("https://", false),
    ("https://a.b/00/12", false), ("ftp://a.b/01/09506000134352", false),
  ])
  func `a URI is taken for a link by its key`(uri: String, isLink: Bool) {
    #expect(GS1Message.isDigitalLink(uri) == isLink)
  }

  @Test(arguments: [
    "(01)09506000134352(10)AB", "]C1010950600013435210AB",
    "https://id.gs1.org/01/09506000134352/10/AB",
  ])
  func `a message is read in any form`(text: String) {
    #expect(GS1Message(anyForm: text).bracketed == "(01)09506000134352(10)AB")
  }

  @Test(arguments: [
    ("(10)AB", "gs1.link"), ("(01)09506000134352(8200)x", "gs1.link-attribute"),
    ("(414)9506000134376(21)S", "gs1.link-attribute"),
  ])
  func `a message without a key, or with what has no place, is no link`(text: String, code: String)
  {
    let fault = #expect(throws: GS1Fault.self) { try GS1Message(text).digitalLink() }
    #expect(fault?.code == code)
  }

  @Test(arguments: [
    ("https://id.gs1.org/", "gs1.link", 20), ("ftp://id.gs1.org/01/09506000134352", "gs1.link", 1),
    ("https://id.gs1.org/10/AB", "gs1.link", 20), ("", "gs1.link", 1), ("https://", "gs1.link", 1),
    ("https://id.gs1.org/01/09506000134353", "gs1.check-digit", 36),
    ("https://id.gs1.org/01/9506000134353", "gs1.check-digit", 35),
    ("https://id.gs1.org/01/09506000134352/21/S/10/A", "gs1.link-qualifier", 38),
    ("https://id.gs1.org/01/09506000134352/10/%24", "gs1.character", 41),
    ("https://id.gs1.org/01/09506000134352/10/%2F%24", "gs1.character", 44),
    ("https://id.gs1.org/01/09506000134352/10/A%2", "gs1.percent", 42),
    ("https://id.gs1.org/01/09506000134352?8200=x", "gs1.link-attribute", 38),
    ("https://id.gs1.org/01/09506000134352?9999=x", "gs1.unknown-ai", 38),
    ("https://id.gs1.org/01/09506000134352?17=261301", "gs1.date", 43),
  ])
  func `what is wrong with a link has a code and a place`(
    uri: String, code: String, position: Int
  ) {
    let problems = GS1Message(digitalLink: uri).problems
    #expect(
      problems.contains { $0.code == code && $0.position == position }, "\(uri): \(problems)")
  }

  @Test func `a message comes back from its link`() throws {
    var random = RandomSource(seed: 31), links = 0
    let texts = Array("ABCabc0123456789!\"%&'()*+,-./:;<=>?_")
    for _ in 0..<5000 {
      let elements = (0..<Int.random(in: 1...5, using: &random)).map { _ in
        let row = ApplicationIdentifier.all.randomElement(using: &random)!
        let count = row.length.upperBound
        return ElementString(
          ai: row.first,
          value: String((0..<count).map { _ in texts.randomElement(using: &random)! }))
      }
      guard Set(elements.map(\.ai)).count == elements.count,
        let link = try? GS1Message(elements).digitalLink()
      else { continue }
      links += 1
      let back = GS1Message(digitalLink: link)
      #expect(Set(back.elements) == Set(elements), "\(link)")
    }
    #expect(links > 300)
  }

  @Test func `no text traps`() {
    var random = RandomSource(seed: 32)
    let pieces = [
      "https://", "http://", "a.b", "/", "/01/", "/00", "?", "&", ";", "=", "#", "%", "%2", "%41",
      "01", "10", "9506000134352", "ä", "\u{0}", "\r\n", "🂡", "/414/1/254/", "%FF",
    ]
    for _ in 0..<50_000 {
      let text = (0..<Int.random(in: 0...10, using: &random)).map { _ in
        pieces.randomElement(using: &random)!
      }.joined()
      let count = text.unicodeScalars.count
      for problem in GS1Message(digitalLink: text).problems
      where !(1...count + 1).contains(problem.position) {
        Issue.record("a place outside of \(text.debugDescription): \(problem)")
        return
      }
    }
  }
}
