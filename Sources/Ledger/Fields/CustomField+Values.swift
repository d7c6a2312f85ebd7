import Diagnostics
import Inventory

extension CustomField {
  /// A value in the one form in which it is kept; an empty text is no value.
  ///
  /// - Throws: `LedgerFault` `field.value`, which says what was expected.
  func value(_ text: String) throws(LedgerFault) -> String {
    let text = text.composed
    guard !text.isEmpty else { return "" }
    let value: String? =
      switch type {
      case .text: Self.isText(text) ? text : nil
      case .number: Self.number(text)
      case .date: Self.isDate(text) ? text : nil
      case .yesNo: Self.yesNo[text.lowercased()]
      case .choice: values.first { NameKey.of($0) == NameKey.of(text) }
      }
    if let value { return value }
    throw LedgerFault(
      code: "field.value",
      message: "\(SafeText.quoted(text)) can't be the value of \(SafeText.quoted(name)): expected "
        + expectation + "." + Suggestion.hint(for: text, among: values))
  }

  private var expectation: String {
    switch type {
    case .text: "up to 1000 bytes without control characters"
    case .number: "a number like 12 or -0.75, with up to 30 digits"
    case .date: "a day like 2026-11-21"
    case .yesNo: "yes or no"
    case .choice: values.map { SafeText.quoted($0) }.joined(separator: ", ")
    }
  }

  private static let yesNo = [
    "yes": "yes", "true": "yes", "1": "yes", "no": "no", "false": "no", "0": "no",
  ]

  private static func isText(_ text: String) -> Bool {
    text.utf8.count <= 1000
      && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }

  /// Whether a text is a day of the calendar.
  static func isDate(_ text: String) -> Bool {
    text.utf8.count == 10 && Timestamp.milliseconds(text + "T00:00:00Z") != nil
  }

  /// Without zeros that say nothing, so that equal numbers are equal texts.
  private static func number(_ text: String) -> String? {
    guard let match = text.wholeMatch(of: /([+-]?)([0-9]+)(?:\.([0-9]+))?/)?.output else {
      return nil
    }
    let whole = match.2.drop { $0 == "0" }
    var fraction = match.3 ?? ""
    while fraction.last == "0" { fraction.removeLast() }
    guard whole.count + fraction.count <= 30 else { return nil }
    let digits = (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction)
    return (match.1 == "-" && digits != "0" ? "-" : "") + digits
  }
}
