import GS1
import TestSupport
import Testing

/// What holds for all messages.
struct GS1MessageLawTests {
  private var random = RandomSource(seed: 21)

  /// Any identifiers with any values of allowed characters; mostly they break rules.
  private mutating func randomMessage() -> [ElementString] {
    (0..<Int.random(in: 1...6, using: &random)).map { _ in
      let row = ApplicationIdentifier.all.randomElement(using: &random)!
      let value = row.components.prefix { !$0.isOptional }.map { component -> String in
        let set: [Character] =
          switch component.characters {
          case .digits: Array("0123456789")
          case .text: Array("ABCabc0123456789()%/-_.\"<>")
          case .upperCase: Array("ABC#-/0123")
          case .base64: Array("AZaz09-_")
          }
        let count = Int.random(in: component.length, using: &random)
        return String((0..<count).map { _ in set.randomElement(using: &random)! })
      }
      return ElementString(
        ai: row.names.randomElement(using: &random)!, value: value.joined())
    }
  }

  @Test mutating func `with brackets and as scanned, a message is the same`() {
    for _ in 0..<5000 {
      let elements = randomMessage()
      let message = GS1Message(elements)
      #expect(message.elements == elements)
      #expect(GS1Message(bracketed: message.bracketed).elements == elements)
      let scanned = GS1Message(scanned: message.scanned)
      #expect(scanned.elements == elements, "\(message.scanned)")
      #expect(scanned.problems.map(\.code).sorted() == message.problems.map(\.code).sorted())
      #expect(scanned.bracketed == message.bracketed && scanned.scanned == message.scanned)
    }
  }

  @Test mutating func `a damaged digit of a key is found in its place's element`() {
    for _ in 0..<3000 {
      let digits = (0..<13).map { _ in Int.random(in: 0...9, using: &random) }
      var gtin = (digits + [CheckDigit.compute(digits)])
      let place = Int.random(in: 0..<14, using: &random)
      let isDamaged = Bool.random(using: &random)
      if isDamaged { gtin[place] = (gtin[place] + Int.random(in: 1...9, using: &random)) % 10 }
      let text = gtin.map(String.init).joined()
      let problems = GS1Message("(01)\(text)(10)A").problems
      #expect(problems.map(\.code) == (isDamaged ? ["gs1.check-digit"] : []))
    }
  }

  @Test mutating func `no text traps, and every problem has its place in the text`() {
    let pieces = [
      "(", ")", "(01)", "(10)", "(99)", "(8110)", "(8003)", "(7258)", "]C1", "\u{1D}", "\\", "\\(",
      "01", "8110", "00", "0", "9", "%", "/", "ä", "🂡", "\r\n", "\u{0}", "e\u{301}", "\u{FEFF}",
      "٣",
      "0123456123456", "09506000134352", "4309", "8007", "8013", "4326",
    ]
    for round in 0..<100_000 {
      let text =
        round % 2 == 0
        ? String(
          decoding: (0..<Int.random(in: 0...40, using: &random)).map { _ in
            UInt8.random(in: 0...255, using: &random)
          }, as: UTF8.self)
        : (0..<Int.random(in: 0...12, using: &random)).map { _ in
          pieces.randomElement(using: &random)!
        }.joined()
      let count = text.unicodeScalars.count
      for message in [GS1Message(scanned: text), GS1Message(bracketed: text)] {
        guard message.problems.allSatisfy({ (1...count + 1).contains($0.position) }) else {
          Issue.record("a place outside of \(text.debugDescription): \(message.problems)")
          return
        }
      }
    }
  }
}
