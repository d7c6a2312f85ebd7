/// What element strings say about one another (GS1 General Specifications, 4.14 and 7.8).
extension MessagePart {
  static func problems(ofTogether parts: [MessagePart]) -> [GS1Problem] {
    var seen: [String: MessagePart] = [:]
    var problems: [GS1Problem] = []
    for part in parts {
      if let first = seen[part.ai] {
        if first.value != part.value {
          problems.append(
            GS1Problem(
              "gs1.repeated-ai", ai: part.ai, position: part.position, got: part.value,
              expected: "the same value as before, or the identifier once"))
        }
        continue
      }
      seen[part.ai] = part
      guard let row = ApplicationIdentifier.named(part.ai) else { continue }
      problems += part.excluded(by: row, in: parts) + part.missing(of: row, in: parts)
    }
    return problems
  }

  /// The identifiers of the message that must not stand beside this one.
  ///
  /// An identifier doesn't exclude itself, even where it matches its own pattern.
  private func excluded(by row: ApplicationIdentifier, in parts: [MessagePart]) -> [GS1Problem] {
    guard !row.exclusions.isEmpty else { return [] }
    let others = parts.filter { other in
      other.ai != ai && row.exclusions.contains { $0.matches(other.ai) }
    }
    return others.prefix(1).map { other in
      GS1Problem(
        "gs1.excluded-ai", ai: ai, position: position, got: "(\(other.ai)) beside it",
        expected: "none of \(row.exclusions.map { "(\($0))" }.joined(separator: ", "))")
    }
  }

  private func missing(of row: ApplicationIdentifier, in parts: [MessagePart]) -> [GS1Problem] {
    let unmet = row.requirements.filter { alternatives in
      !alternatives.contains { group in
        group.allSatisfy { pattern in parts.contains { pattern.matches($0.ai) } }
      }
    }
    return unmet.map { alternatives in
      let words = alternatives.map { group in group.map { "(\($0))" }.joined(separator: " with ") }
      return GS1Problem(
        "gs1.missing-ai", ai: ai, position: position, got: "none of these",
        expected: words.joined(separator: " or ") + " on the same item")
    }
  }
}
