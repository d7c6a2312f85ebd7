import Diagnostics
import Yams

/// Reads texts with placeholders: `{field}`, `{field|filter|filter}`, the counter `{n}` or `{n:06}`,
/// and `{{` and `}}` for braces that are meant.
struct FieldTextParser {
  /// The names of the template's fields, in order.
  let fields: [String]
  let problems: TemplateProblems
  /// Whether any text that was read has the counter.
  let counter = CounterUse()

  /// What parsers of one template find out together.
  final class CounterUse {
    fileprivate(set) var isUsed = false
  }

  /// The text under a key; nil and reported where it has none, or one that isn't right.
  func parse(_ mapping: TemplateMapping, _ key: String) -> FieldText? {
    guard let node = mapping.node(key), let text = mapping.text(key) else { return nil }
    return parse(text, at: node.mark, key: key)
  }

  func parse(_ text: String, at mark: Mark?, key: String) -> FieldText? {
    var parts: [FieldText.Part] = []
    var literal = ""
    var rest = text[...]
    while let character = rest.popFirst() {
      if (character == "{" || character == "}") && rest.first == character {
        literal.append(character)
        rest.removeFirst()
      } else if character == "{" {
        guard let end = rest.firstIndex(of: "}") else {
          return refuse(text, "the { has no }; a brace that is meant is written {{", mark, key)
        }
        guard let part = placeholder(rest[..<end], mark, key) else { return nil }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        literal = ""
        parts.append(part)
        rest = rest[rest.index(after: end)...]
      } else if character == "}" {
        return refuse(text, "the } has no {; a brace that is meant is written }}", mark, key)
      } else {
        literal.append(character)
      }
    }
    if !literal.isEmpty { parts.append(.literal(literal)) }
    return FieldText(parts: parts)
  }

  private func placeholder(_ text: Substring, _ mark: Mark?, _ key: String) -> FieldText.Part? {
    var words = text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let name = words.removeFirst()
    guard let (field, first) = value(name) else {
      let known = fields.isEmpty ? "none" : fields.joined(separator: ", ")
      problems.report(
        "field-unknown", at: mark, key: key,
        "the template has no field \(SafeText.quoted(name)).\(Suggestion.hint(for: name, among: fields))"
          + " Under fields: \(known). The counter is {n} or, with zeros, {n:06}.")
      return nil
    }
    var filters = first
    for word in words {
      guard let filter = filter(word, mark, key) else { return nil }
      filters.append(filter)
    }
    return .field(field, field < fields.count ? name : FieldRule.counterName, filters)
  }

  /// A field's place and what is done with it first; the counter's place is behind all fields.
  private func value(_ name: String) -> (field: Int, filters: [TextFilter])? {
    if let field = fields.firstIndex(of: name) { return (field, []) }
    let words = name.split(separator: ":", omittingEmptySubsequences: false)
    guard words.first == Substring(FieldRule.counterName), words.count <= 2 else { return nil }
    guard words.count == 2 else {
      counter.isUsed = true
      return (fields.count, [])
    }
    guard let digits = Self.zeroPadding(words[1]) else { return nil }
    counter.isUsed = true
    return (fields.count, [.padded(digits)])
  }

  /// The width that `06` asks for: a zero, then 1 to 18 digits' number.
  private static func zeroPadding(_ text: Substring) -> Int? {
    guard text.utf8.first == UInt8(ascii: "0"),
      text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let digits = Int(text),
      (1...18).contains(digits)
    else { return nil }
    return digits
  }

  private func filter(_ word: String, _ mark: Mark?, _ key: String) -> TextFilter? {
    if let filter = TextFilter(word) { return filter }
    let known = TextFilter.known
    problems.report(
      "filter-unknown", at: mark, key: key,
      "there is no filter \(SafeText.quoted(word)).\(Suggestion.hint(for: word, among: known))"
        + " Known: \(known.joined(separator: ", ")).")
    return nil
  }

  private func refuse(_ text: String, _ why: String, _ mark: Mark?, _ key: String) -> FieldText? {
    problems.report("placeholder", at: mark, key: key, "in \(SafeText.quoted(text)), \(why).")
    return nil
  }
}
