import Foundation

/// The form in which names are compared: “IT Dept” and “it  dept” are one name.
enum NameKey {
  /// NFKC, case-folded, inner white space collapsed.
  static func of(_ name: String) -> String {
    name.precomposedStringWithCompatibilityMapping.lowercased()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
