import Diagnostics

/// Brings the values of a row into the order of a template's fields, and checks them.
///
/// Made once a renderer: compiled regular expressions aren't shared between threads.
struct FieldResolver {
  private let fields: [FieldRule]
  private let patterns: [Regex<AnyRegexOutput>?]

  init(_ fields: [FieldRule]) {
    self.fields = fields
    // A template whose patterns don't compile was refused when it was read.
    patterns = fields.map { field in field.pattern.flatMap { try? Regex($0) } }
  }

  /// One value a field; `value` gives what the row has under a name, nil where it has nothing.
  func resolve(_ value: (String) -> String?) throws(LabelFault) -> [String] {
    var values: [String] = []
    values.reserveCapacity(fields.count)
    for (index, field) in fields.enumerated() {
      let given = value(field.name) ?? ""
      let text = given.isEmpty ? field.standard : given
      try check(text, field, patterns[index])
      values.append(text)
    }
    return values
  }

  private func check(
    _ text: String, _ field: FieldRule, _ pattern: Regex<AnyRegexOutput>?
  ) throws(LabelFault) {
    if text.isEmpty {
      guard field.isRequired else { return }
      throw LabelFault(
        code: "label.field-missing",
        message: "the field \(SafeText.quoted(field.name)) is empty, but the template requires it.")
    }
    guard let pattern, (try? pattern.wholeMatch(in: text)) == nil else { return }
    throw LabelFault(
      code: "label.field-pattern",
      message: "the field \(SafeText.quoted(field.name)) is \(SafeText.quoted(text)), expected the "
        + "pattern \(SafeText.quoted(field.pattern ?? "")).")
  }
}
