import Diagnostics
import Yams

/// A mapping of the template with typed access to its values; every misfit is reported with its
/// place, and reads as nil.
struct TemplateMapping {
  let mapping: Node.Mapping
  let problems: TemplateProblems
  /// What the mapping is, for messages (`a label template`, `a qr-code element`).
  let what: String

  /// The mapping that a node is; reported where it is something else.
  init?(_ node: Node, what: String, key: String?, problems: TemplateProblems) {
    guard let mapping = node.mapping else {
      problems.report(
        "value", at: node.mark, key: key, "expected \(what), which is a mapping of keys and values."
      )
      return nil
    }
    (self.mapping, self.what, self.problems) = (mapping.withoutRepeatedKeys, what, problems)
  }

  private init(_ mapping: Node.Mapping, what: String, problems: TemplateProblems) {
    (self.mapping, self.what, self.problems) = (mapping, what, problems)
  }

  /// The same mapping under another name, once it is known what it is.
  func called(_ what: String) -> TemplateMapping {
    TemplateMapping(mapping, what: what, problems: problems)
  }

  var mark: Mark? { mapping.mark }
  var keys: [String] { mapping.keys.map { $0.scalar?.string ?? "" } }

  func node(_ key: String) -> Node? {
    mapping.first { $0.key.scalar?.string == key }?.value
  }

  func refuseKeys(except known: [String]) {
    for (key, _) in mapping {
      let name = key.scalar?.string ?? ""
      guard !known.contains(name) else { continue }
      problems.report(
        "key-unknown", at: key.mark, key: name,
        "\(what) has no such key.\(Suggestion.hint(for: name, among: known)) Its keys are "
          + known.joined(separator: ", ") + ".")
    }
  }

  /// The value of a key that must be there.
  func required(_ key: String) -> Node? {
    guard let node = node(key) else {
      problems.report("key-missing", at: mark, key: key, "\(what) needs this key.")
      return nil
    }
    return node
  }

  /// Reports each of some keys that isn't there.
  func require(_ keys: String...) {
    for key in keys { _ = required(key) }
  }

  /// - Parameter hint: a sentence of its own behind the message, with a space before it.
  func refuse(_ key: String, _ expected: String, _ hint: String = "") {
    let node = node(key)
    let got = node?.scalar.map { SafeText.quoted($0.string) } ?? "a list or a mapping"
    problems.report(
      "value", at: node?.mark ?? mark, key: key, "got \(got), expected \(expected).\(hint)")
  }
}
