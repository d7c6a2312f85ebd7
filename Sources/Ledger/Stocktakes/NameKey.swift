import Foundation

/// The form in which names are compared: “IT Dept” and “it  dept” are one name.
enum NameKey {
  /// NFKC, case-folded, inner white space collapsed.
  static func of(_ name: String) -> String {
    // By way of upper case, so that ß and SS fold to one.
    let folded =
      name.utf8.allSatisfy { $0 < 0x80 }
      ? name.lowercased()
      : name.precomposedStringWithCompatibilityMapping.uppercased().lowercased()
    return folded.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
