import Diagnostics

/// A Global Trade Item Number with a check digit that is right (GS1 General Specifications, 7.9).
///
/// GTIN-8, GTIN-12, GTIN-13 and GTIN-14 name the same item when they are equal after leading
/// zeros, so two values are equal when their canonical forms are.
public struct GTIN: Sendable {
  /// The lengths that a GTIN is written in.
  public static let lengths = [8, 12, 13, 14]

  /// As given: 8, 12, 13 or 14 digits.
  public let digits: String
  /// As GTIN-14: 14 digits, zeros in front.
  public let canonical: String

  /// Parses 8, 12, 13 or 14 digits and verifies the check digit.
  ///
  /// - Throws: `GS1Fault` `gs1.character`, `gs1.length` or `gs1.check-digit`.
  public init(_ text: String) throws(GS1Fault) {
    let count = try CheckDigit.values(of: text).count
    guard Self.lengths.contains(count) else {
      throw GS1Fault(
        code: "gs1.length",
        message: "\(SafeText.quoted(text)) has \(count) digits; a GTIN has 8, 12, 13 or 14.")
    }
    try CheckDigit.verify(text)
    digits = text
    canonical = String(repeating: "0", count: 14 - count) + text
  }

  /// Whether a text is a GTIN: of the right length, all digits, with the right check digit.
  public static func isGTIN(_ text: String) -> Bool { (try? GTIN(text)) != nil }
}

extension GTIN: Hashable, CustomStringConvertible {
  /// Equal when both name the same item.
  public static func == (a: GTIN, b: GTIN) -> Bool { a.canonical == b.canonical }

  /// Hashes the canonical form.
  public func hash(into hasher: inout Hasher) { hasher.combine(canonical) }

  /// The digits as given.
  public var description: String { digits }
}
