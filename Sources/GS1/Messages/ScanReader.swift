/// Takes apart what a reader sends (GS1 General Specifications, 7.8.6).
struct ScanReader {
  private let scalars: [Unicode.Scalar]
  private var place = 0
  private(set) var problems: [GS1Problem] = []

  private static let separator: Unicode.Scalar = "\u{1D}"

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
    place = Self.identifierLength(scalars)
    // FNC1 in the first place makes a symbol a GS1 symbol; some readers send it.
    if place < scalars.count, scalars[place] == Self.separator { place += 1 }
  }

  /// `]C1` and its like (ISO/IEC 15424); no application identifier begins with a bracket.
  private static func identifierLength(_ scalars: [Unicode.Scalar]) -> Int {
    scalars.first == "]" ? min(3, scalars.count) : 0
  }

  mutating func read() -> [MessagePart] {
    var parts: [MessagePart] = []
    if place == scalars.count {
      problems.append(problem("gs1.empty", got: "", expected: "an application identifier"))
    }
    while place < scalars.count {
      if scalars[place] == Self.separator {
        problems.append(
          problem("gs1.separator", got: "FNC1", expected: "an application identifier"))
        place += 1
      } else if let part = readPart() {
        parts.append(part)
      }
    }
    return parts
  }

  /// The next element, with the separator behind it passed over; nil where no identifier
  /// begins here, and then all up to the next separator is passed over.
  private mutating func readPart() -> MessagePart? {
    let start = place
    let end = scalars[place...].firstIndex(of: Self.separator) ?? scalars.count
    defer { if place < scalars.count, scalars[place] == Self.separator { place += 1 } }
    guard let prefix = number(ofDigits: 2, before: end),
      let length = AIPrefix.identifierLength(prefix),
      number(ofDigits: length, before: end) != nil
    else {
      let text = scalars[start..<min(end, start + 4)].map { String(Character($0)) }.joined()
      problems.append(
        problem("gs1.unknown-ai", got: text, expected: "an application identifier"))
      place = end
      return nil
    }
    place = AIPrefix.elementLength(prefix).map { min(start + $0, end) } ?? end
    let value = start + length
    return MessagePart(
      ai: scalars[start..<value].map { String(Character($0)) }.joined(), at: start + 1,
      value: Array(scalars[value..<place]), from: value + 1)
  }

  private func number(ofDigits count: Int, before end: Int) -> Int? {
    guard place + count <= end else { return nil }
    var number = 0
    for scalar in scalars[place..<place + count] {
      guard ("0"..."9").contains(scalar) else { return nil }
      number = number * 10 + Int(scalar.value) - 0x30
    }
    return number
  }

  private func problem(_ code: String, got: String, expected: String) -> GS1Problem {
    GS1Problem(code, ai: nil, position: place + 1, got: got, expected: expected)
  }
}
