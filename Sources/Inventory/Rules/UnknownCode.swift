/// A code that was read and belongs to no asset.
package struct UnknownCode: Sendable, Equatable {
  /// What kind of stranger it is.
  package enum Class: String, Sendable, CaseIterable, Codable {
    /// Printed by us, attached to nothing yet.
    case issuedButUnassigned = "issued-but-unassigned"
    /// Looks like ours (our URL prefix, or the shape of our tags), but was never issued.
    case oursButNeverIssued = "ours-but-never-issued"
    /// Somebody else's.
    case foreign
    /// Empty, or with control characters: not a code that anyone would print.
    case malformed
  }

  package let code: String
  package let kind: Class
}

/// Tells the classes of unknown codes apart.
struct UnknownCodeClassifier {
  private let issued: Set<String>
  private let ownShapes: Set<String>

  init(ownShapes: Set<String>, rules: CodeRules) {
    (issued, self.ownShapes) = (rules.issuedLabels, ownShapes)
  }

  func classify(_ code: ScannedCode) -> UnknownCode.Class {
    if isIssued(code) { return .issuedButUnassigned }
    let isMalformed =
      code.canonical.unicodeScalars.allSatisfy { $0 == " " }
      || code.canonical.unicodeScalars.contains { $0.value < 0x20 && $0.value != 0x1D }
    if isMalformed { return .malformed }
    if code.hadOwnPrefix || ownShapes.contains(TagShape.of(code.canonical)) {
      return .oursButNeverIssued
    }
    return .foreign
  }

  private func isIssued(_ code: ScannedCode) -> Bool {
    !issued.isEmpty
      && (issued.contains(code.canonical) || code.keys(.physical).contains(where: issued.contains))
  }
}

extension UnknownCode.Class {
  /// The class of one code, given whether it is on a label of ours, or has the shape of a tag of ours.
  package static func of(
    _ code: ScannedCode, isIssued: Bool = false, hasOwnShape: Bool, rules: CodeRules
  ) -> UnknownCode.Class {
    if isIssued { return .issuedButUnassigned }
    let shapes = hasOwnShape ? Set([TagShape.of(code.canonical)]) : []
    return UnknownCodeClassifier(ownShapes: shapes, rules: rules).classify(code)
  }
}

/// How a tag looks: `AST-000017` like `AAA-000000`.
package enum TagShape {
  package static func of(_ text: String) -> String {
    String(
      decoding: text.utf8.map { byte -> UInt8 in
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt8(ascii: "a")
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt8(ascii: "A")
        default: byte
        }
      }, as: UTF8.self)
  }
}
