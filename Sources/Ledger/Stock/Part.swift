/// A kind of thing that is kept in quantities: screws, toner, cable by the metre.
package struct Part: Sendable, Equatable, Codable {
  package let number: Int
  /// A code of ours, or the maker's GTIN; what a label of the part says.
  package let code: String
  package let name: String
  /// What it is counted in: `piece`, `m`, `kg`.
  package let unit: String
  /// Whether each quantity belongs to a lot.
  package let hasLots: Bool

  private enum CodingKeys: String, CodingKey {
    case number, code, name, unit
    case hasLots = "lots"
  }
}

/// A part that doesn't exist yet.
package struct PartDraft: Sendable, Equatable {
  package let code: String
  package let name: String
  package let unit: String
  package let hasLots: Bool

  package init(code: String, name: String, unit: String = "piece", hasLots: Bool = false) {
    (self.code, self.name, self.unit, self.hasLots) = (code, name, unit, hasLots)
  }

  /// Refuses what could be on no label and in no line.
  package func check() throws(LedgerFault) {
    guard Self.isWord(code, limit: 100) else { throw LedgerFault.badPart("code", code, limit: 100) }
    guard Self.isWord(unit, limit: 20) else { throw LedgerFault.badPart("unit", unit, limit: 20) }
    let isClean = name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
    guard !NameKey.of(name).isEmpty, name.utf8.count <= 200, isClean else {
      throw LedgerFault(
        code: "part.name",
        message: "A part needs a name of 1 to 200 bytes without control characters.")
    }
  }

  /// Without spaces and control characters.
  static func isWord(_ text: String, limit: Int) -> Bool {
    let isClean = text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
    return !text.isEmpty && text.utf8.count <= limit && isClean
  }
}
