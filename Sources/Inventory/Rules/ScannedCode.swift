import GS1

/// How the ledger's owner writes codes.
package struct CodeRules: Sendable, Equatable {
  /// What stands before the tag in the labels' URLs; empty for none.
  package var urlPrefix: String
  /// The codes of labels that were issued and belong to no asset yet.
  package var issuedLabels: Set<String>

  package init(urlPrefix: String = "", issuedLabels: Set<String> = []) {
    (self.urlPrefix, self.issuedLabels) = (urlPrefix, issuedLabels)
  }
}

/// A code as it was read, brought to the form in which codes are compared.
///
/// Only line ends, the symbology identifier (ISO/IEC 15424) and the ledger's own URL prefix are
/// taken off. Nothing is case-folded, parsed as a number or searched inside; only a GS1 message is
/// taken apart as GS1 says.
package struct ScannedCode: Sendable, Hashable {
  /// What is left.
  package let canonical: String
  /// Whether the ledger's own URL prefix stood before it.
  package let hadOwnPrefix: Bool

  /// The symbology identifier that was taken off (`]C1`); nil for none.
  package let identifier: String?

  package init(_ raw: String, rules: CodeRules) {
    let text = Self.withoutLineEnds(raw[...])
    identifier = Self.identifier(text)
    let bare = identifier == nil ? text : Substring(text.utf8.dropFirst(3))
    hadOwnPrefix = !rules.urlPrefix.isEmpty && bare.utf8.starts(with: rules.urlPrefix.utf8)
    withPrefix = String(bare)
    canonical = String(
      hadOwnPrefix ? Substring(bare.utf8.dropFirst(rules.urlPrefix.utf8.count)) : bare)
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

  /// Under what a code of a kind may be kept, in the order in which it is sought.
  package func keys(_ kind: AssetCode.Kind) -> [String] {
    if hadOwnPrefix { return [key, withPrefix] }
    guard isOfGS1 else { return [key] }
    return [key] + GS1Code.keys(kind, canonical, identifier: identifier)
  }

  /// Whether it may be a GS1 message: an identifier or a bracket stands in front.
  package var isOfGS1: Bool { identifier != nil || canonical.utf8.first == UInt8(ascii: "(") }

  private static func withoutLineEnds(_ text: Substring) -> Substring {
    var text = text
    while let last = text.unicodeScalars.last, last == "\n" || last == "\r" {
      text.unicodeScalars.removeLast()
    }
    return text
  }

  /// `]C1…` → `]C1`: a bracket, a letter, a modifier.
  private static func identifier(_ text: Substring) -> String? {
    guard text.utf8.first == UInt8(ascii: "]") else { return nil }
    let head = Array(text.utf8.prefix(3))
    guard head.count == 3 else { return nil }
    let isLetter = (0x41...0x5A).contains(head[1] & 0xDF)
    let isModifier = (0x30...0x39).contains(head[2]) || (0x41...0x5A).contains(head[2] & 0xDF)
    return isLetter && isModifier ? String(decoding: head, as: UTF8.self) : nil
  }
}
