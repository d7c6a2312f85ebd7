/// Takes apart a message with brackets around its identifiers (GS1 General Specifications, 4.15).
struct BracketReader {
  private let scalars: [Unicode.Scalar]
  private(set) var problems: [GS1Problem] = []

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func read() -> [MessagePart] {
    var parts: [MessagePart] = []
    var place = 0
    while place < scalars.count {
      guard let next = Self.bracketed(scalars[place...], known: false) else {
        complain(at: place)
        place = nextBracket(from: place + 1, known: false) ?? scalars.count
        continue
      }
      let start = place + next.count + 2
      let end = nextBracket(from: start, known: Self.mayHoldBrackets(next)) ?? scalars.count
      parts.append(part(ai: next, at: place + 2, from: start, to: end))
      place = end
    }
    if scalars.isEmpty { complain(at: 0) }
    return parts
  }

  private mutating func complain(at place: Int) {
    let text = scalars[place...].prefix(6).map { String(Character($0)) }.joined()
    problems.append(
      GS1Problem(
        "gs1.bracket", ai: nil, position: place + 1, got: text,
        expected: "an application identifier in brackets, as in (01)"))
  }

  /// The value with its escapes resolved.
  private func part(ai: String, at position: Int, from start: Int, to end: Int) -> MessagePart {
    var value: [Unicode.Scalar] = []
    var escapes: [Int] = []
    var place = start
    while place < end {
      if isEscape(at: place) {
        escapes.append(value.count)
        place += 1
      }
      value.append(scalars[place])
      place += 1
    }
    return MessagePart(ai: ai, at: position, value: value, from: start + 1, escapes: escapes)
  }

  private func isEscape(at place: Int) -> Bool {
    scalars[place] == "\\" && place + 1 < scalars.count && scalars[place + 1] == "("
  }

  /// Whether a bracket may be part of a value; then only a known identifier ends it.
  private static func mayHoldBrackets(_ ai: String) -> Bool {
    ApplicationIdentifier.named(ai)?.components.contains { $0.characters == .text } ?? true
  }

  /// Where the next element begins.
  private func nextBracket(from start: Int, known: Bool) -> Int? {
    var place = start
    while place < scalars.count {
      if isEscape(at: place) {
        place += 2
      } else if Self.bracketed(scalars[place...], known: known) != nil {
        return place
      } else {
        place += 1
      }
    }
    return nil
  }

  /// The digits of `(ddd)` at the start of a text.
  private static func bracketed(_ text: some Collection<Unicode.Scalar>, known: Bool) -> String? {
    guard text.first == "(" else { return nil }
    let digits = text.dropFirst().prefix(4).prefix { ("0"..."9").contains($0) }
    guard digits.count >= 2, text.dropFirst(digits.count + 1).first == ")" else { return nil }
    let ai = digits.map { String(Character($0)) }.joined()
    return known && ApplicationIdentifier.named(ai) == nil ? nil : ai
  }

  /// A value whose brackets can't be taken for an identifier's.
  static func escaped(_ value: String) -> String {
    guard value.utf8.contains(UInt8(ascii: "(")) else { return value }
    let scalars = Array(value.unicodeScalars)
    var text = String.UnicodeScalarView()
    for place in scalars.indices {
      if bracketed(scalars[place...], known: false) != nil { text.append("\\") }
      text.append(scalars[place])
    }
    return String(text)
  }
}
