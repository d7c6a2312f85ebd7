/// An element string with its place in the text.
struct MessagePart {
  let ai: String
  /// The place of the identifier's first digit, from 1.
  let position: Int
  private let scalars: [Unicode.Scalar]
  /// The place of the value's first character, from 1.
  private let start: Int
  /// Before which characters of the value a backslash stands that isn't part of it.
  private let escapes: [Int]

  init(
    ai: String, at position: Int, value: [Unicode.Scalar], from start: Int, escapes: [Int] = []
  ) {
    (self.ai, self.position, scalars) = (ai, position, value)
    (self.start, self.escapes) = (start, escapes)
  }

  var value: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  var element: ElementString { ElementString(ai: ai, value: value) }

  func problem(_ code: String, at offset: Int, got: String, expected: String) -> GS1Problem {
    GS1Problem(
      code, ai: ai, position: start + offset + escapes.count { $0 <= offset }, got: got,
      expected: expected)
  }

  /// What is wrong with this element by itself.
  var problems: [GS1Problem] {
    guard let row = ApplicationIdentifier.named(ai) else {
      return [
        GS1Problem(
          "gs1.unknown-ai", ai: ai, position: position, got: ai,
          expected: "an application identifier of the GS1 General Specifications")
      ]
    }
    // What isn't ASCII is in none of the sets of characters.
    return problems(of: scalars.map { UInt8(exactly: $0.value) ?? 0xFF }, by: row)
  }

  private func problems(of bytes: [UInt8], by row: ApplicationIdentifier) -> [GS1Problem] {
    var place = 0
    for component in row.components {
      let rest = bytes[place...]
      if rest.isEmpty, component.isOptional { break }
      guard rest.count >= component.length.lowerBound else { return [wrongLength(row)] }
      let part = Array(rest.prefix(component.length.upperBound))
      if let wrong = part.firstIndex(where: { !component.characters.contains($0) }) {
        return [
          problem(
            "gs1.character", at: place + wrong, got: String(Character(scalars[place + wrong])),
            expected: component.characters.words)
        ]
      }
      let violations = component.rules.compactMap { $0.violation(in: part) }
      guard violations.isEmpty else {
        return violations.map {
          problem($0.code, at: place + $0.offset, got: $0.got, expected: $0.expected)
        } + (bytes.count > row.length.upperBound ? [wrongLength(row)] : [])
      }
      place += part.count
    }
    return place < bytes.count ? [wrongLength(row)] : []
  }

  private func wrongLength(_ row: ApplicationIdentifier) -> GS1Problem {
    let (least, most) = (row.length.lowerBound, row.length.upperBound)
    let isLong = scalars.count > most
    return problem(
      "gs1.length", at: isLong ? most : scalars.count,
      got: "\(scalars.count) character\(scalars.count == 1 ? "" : "s")",
      expected: least == most
        ? "\(most)"
        : "\(least) to \(most)"
          + (row.components.contains(where: \.isOptional) ? " in whole parts" : ""))
  }
}
