import Foundation

/// The form in which names are compared: “IT Dept” and “it  dept” are one name.
enum NameKey {
  /// NFKC, case-folded, inner white space collapsed.
  static func of(_ name: String) -> String {
    // By way of upper case, so that ß and SS fold to one.
    name.precomposedStringWithCompatibilityMapping.uppercased().lowercased()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
