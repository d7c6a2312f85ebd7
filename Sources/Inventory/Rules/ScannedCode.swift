import GS1

/// How the ledger's owner writes codes.
package struct CodeRules: Sendable, Equatable {
  /// What stands before the tag in the labels' URLs; empty for none.
  package var urlPrefix: String
  /// Labels that were printed and belong to no asset yet.
  package var issuedLabels: Set<String>

  package init(urlPrefix: String = "", issuedLabels: Set<String> = []) {
    (self.urlPrefix, self.issuedLabels) = (urlPrefix, issuedLabels)
  }
}

/// A code as it was read, brought to the form in which codes are compared.
///
/// Only line ends, the symbology identifier (ISO/IEC 15424) and the ledger's own URL prefix are
/// taken off. Nothing is case-folded, parsed as a number or searched inside.
package struct ScannedCode: Sendable, Hashable {
  /// What is left.
  package let canonical: String
  /// Whether the ledger's own URL prefix stood before it.
  package let hadOwnPrefix: Bool

  package init(_ raw: String, rules: CodeRules) {
    let bare = Self.withoutIdentifier(Self.withoutLineEnds(raw[...]))
    hadOwnPrefix = !rules.urlPrefix.isEmpty && bare.hasPrefix(rules.urlPrefix)
    withPrefix = String(bare)
    canonical = String(hadOwnPrefix ? bare.dropFirst(rules.urlPrefix.count) : bare)
  }

  /// The form with the prefix that was taken off, for codes that are kept with it.
  package let withPrefix: String

  /// What is compared: a GTIN-8, -12, -13 or -14 whose check digit is right is widened to 14
  /// digits, any other code stands as it is.
  package var key: String {
    let mayBeGTIN =
      GTIN.lengths.contains(canonical.utf8.count)
      && canonical.utf8.allSatisfy { (0x30...0x39).contains($0) }
    return (mayBeGTIN ? try? GTIN(canonical) : nil)?.canonical ?? canonical
  }

  /// Under what a code may be kept, in the order in which it is sought.
  package var keys: [String] { hadOwnPrefix ? [key, withPrefix] : [key] }

  private static func withoutLineEnds(_ text: Substring) -> Substring {
    var text = text
    while let last = text.unicodeScalars.last, last == "\n" || last == "\r" {
      text.unicodeScalars.removeLast()
    }
    return text
  }

  /// `]C1…` → `…`: a bracket, a letter, a modifier.
  private static func withoutIdentifier(_ text: Substring) -> Substring {
    let head = Array(text.utf8.prefix(3))
    guard head.count == 3, head[0] == UInt8(ascii: "]") else { return text }
    let isLetter = (0x41...0x5A).contains(head[1] & 0xDF)
    let isModifier = (0x30...0x39).contains(head[2]) || (0x41...0x5A).contains(head[2] & 0xDF)
    return isLetter && isModifier ? text.dropFirst(3) : text
  }
}
