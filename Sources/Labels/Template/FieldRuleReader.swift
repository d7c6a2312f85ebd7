import Diagnostics
import Yams

/// Reads the `fields` of a template.
struct FieldRuleReader {
  let problems: TemplateProblems

  func read(_ template: TemplateMapping) -> [FieldRule] {
    guard let node = template.node("fields"),
      let fields = TemplateMapping(node, what: "fields", key: "fields", problems: problems)
    else { return [] }
    return fields.mapping.compactMap { key, value in
      guard let name = key.scalar?.string, isName(name, key.mark) else { return nil }
      return rule(name, value)
    }
  }

  private func isName(_ name: String, _ mark: Mark?) -> Bool {
    guard name != FieldRule.counterName else {
      problems.report(
        "value", at: mark, key: name,
        "the name n is the counter's, {n}; call the field something else.")
      return false
    }
    guard name.isEmpty || name.contains(where: { "{}|".contains($0) }) else { return true }
    problems.report(
      "value", at: mark, key: name, "a field's name can't be empty or hold {, } or |.")
    return false
  }

  /// `name:` alone, or with a mapping of what it must be.
  private func rule(_ name: String, _ value: Node) -> FieldRule? {
    if value.scalar?.string.isEmpty ?? false {
      return FieldRule(name: name, isRequired: false, pattern: nil, standard: "")
    }
    guard let mapping = TemplateMapping(value, what: "a field", key: name, problems: problems)
    else { return nil }
    mapping.refuseKeys(except: ["required", "pattern", "default", "example"])
    let rule = FieldRule(
      name: name, isRequired: mapping.flag("required"), pattern: pattern(mapping),
      standard: mapping.text("default") ?? "", example: mapping.text("example"))
    refuseWrongExample(of: rule, mapping)
    return rule
  }

  private func refuseWrongExample(of rule: FieldRule, _ mapping: TemplateMapping) {
    guard let example = rule.example, let pattern = rule.pattern,
      let expression = try? Regex(pattern), (try? expression.wholeMatch(in: example)) == nil
    else { return }
    mapping.refuse("example", "a text of the pattern \(SafeText.quoted(pattern))")
  }

  private func pattern(_ mapping: TemplateMapping) -> String? {
    guard let pattern = mapping.text("pattern") else { return nil }
    guard (try? Regex(pattern)) != nil else {
      mapping.refuse("pattern", "a regular expression")
      return nil
    }
    return pattern
  }
}
