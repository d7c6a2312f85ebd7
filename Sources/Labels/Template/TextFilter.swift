import Diagnostics

/// What a placeholder may do with a value before it is drawn.
enum TextFilter: Sendable, Equatable {
  case upper, lower, trim
  /// A number with so many decimals.
  case fixed(Int)
  case date(DatePattern)
  /// With zeros in front, to so many digits; only the counter's, no template can name it.
  case padded(Int)

  /// How they are written, for people.
  static let known = ["upper", "lower", "trim", "fixed:2", "date:yyyy-MM-dd"]

  /// Reads `upper` or `fixed:2`; nil for one that isn't known, or whose argument isn't right.
  init?(_ text: String) {
    let words = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let argument = words.count == 2 ? String(words[1]) : nil
    switch (words[0], argument) {
    case ("upper", nil): self = .upper
    case ("lower", nil): self = .lower
    case ("trim", nil): self = .trim
    case ("fixed", let places?):
      guard places.utf8.count == 1, let digit = places.utf8.first, (0x30...0x39).contains(digit)
      else { return nil }
      self = .fixed(Int(digit - 0x30))
    case ("date", let pattern?):
      guard let pattern = DatePattern(pattern) else { return nil }
      self = .date(pattern)
    default: return nil
    }
  }

  /// The value after the filter; an empty one stays empty.
  ///
  /// - Throws: `LabelFault` `label.filter` for a value that isn't what the filter takes.
  func apply(to text: String) throws(LabelFault) -> String {
    switch self {
    case .upper: return text.uppercased()
    case .lower: return text.lowercased()
    case .trim: return trimmed(text)
    case .padded(let digits):
      return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
    case .fixed(let places):
      return try changed(text, "a number such as 12.5") { DecimalNumber($0)?.rounded(to: places) }
    case .date(let pattern):
      return try changed(text, "a date such as 2026-11-21") { CivilTime($0).map(pattern.text) }
    }
  }

  private func changed(
    _ text: String, _ expected: String, _ change: (String) -> String?
  ) throws(LabelFault) -> String {
    let bare = trimmed(text)
    guard !bare.isEmpty else { return "" }
    guard let changed = change(bare) else {
      throw LabelFault(
        code: "label.filter", message: "got \(SafeText.quoted(text)), expected \(expected).")
    }
    return changed
  }

  private func trimmed(_ text: String) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.prefix(start.count - start.reversed().prefix(while: \.isWhitespace).count))
  }
}
