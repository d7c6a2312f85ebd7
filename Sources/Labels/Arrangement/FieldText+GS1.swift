import Diagnostics

/// GS1 messages with the fields of a row: what a row brings never becomes a further identifier.
extension FieldText {
  /// The message of a row, given the values of the template's fields in their order.
  ///
  /// A text that is one field alone is a whole message as the row has it. In any other the template
  /// writes the identifiers, so a bracket in a value is escaped as one that belongs to the value.
  /// - Parameter names: those of the fields.
  /// - Throws: `LabelFault` `label.gs1-value` for a value with a character that the form of messages
  ///   takes for itself, or as `resolve` does.
  func resolveMessage(_ values: [String], names: [String]) throws(LabelFault) -> String {
    guard parts.count > 1 else { return try resolve(values) }
    var message = ""
    for part in parts {
      let text = try part.resolve(values)
      guard case .field(let field, _, _) = part else {
        message += text
        continue
      }
      if let control = text.unicodeScalars.first(where: Self.isControl) {
        let name = field < names.count ? names[field] : FieldRule.counterName
        throw Self.refused(text, control, name)
      }
      message += text.replacing("(", with: "\\(")
    }
    return message
  }

  /// The escape of brackets, and FNC1 as readers send it: no value of any identifier has them.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\\" || scalar == "\u{1D}"
  }

  private static func refused(
    _ value: String, _ control: Unicode.Scalar, _ name: String
  ) -> LabelFault {
    let what = control == "\\" ? "a backslash" : "FNC1 (U+001D)"
    return LabelFault(
      code: "label.gs1-value",
      message: "the field \(SafeText.quoted(name)) is \(SafeText.quoted(value)); expected a value"
        + " without \(what), which no GS1 identifier holds.")
  }
}
