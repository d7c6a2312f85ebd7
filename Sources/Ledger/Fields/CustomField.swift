import Diagnostics

/// A field that the owner of a ledger gives to assets.
package struct CustomField: Sendable, Equatable, Codable {
  /// What its values are.
  package enum Kind: String, Sendable, CaseIterable, Codable {
    case text
    /// An exact decimal.
    case number
    /// A day, like 2026-11-21.
    case date
    case yesNo = "yes-no"
    /// One of a list of values.
    case choice
  }

  package let name: String
  package let type: Kind
  /// Of a choice, in their order; empty for all other types.
  package let values: [String]
  /// The category whose assets must have a value.
  package let requiredFor: String?

  package init(name: String, type: Kind, values: [String] = [], requiredFor: String? = nil) {
    (self.name, self.type, self.values, self.requiredFor) = (name, type, values, requiredFor)
  }

  private enum CodingKeys: String, CodingKey {
    case name, type, values
    case requiredFor = "required_for"
  }
}

extension CustomField {
  /// Whether a name is this field's, in whatever writing.
  package func isNamed(_ name: String) -> Bool { NameKey.of(name) == NameKey.of(self.name) }

  /// Refuses what could not be a field.
  func check() throws(LedgerFault) {
    guard Self.isWord(name) else {
      throw refusal("A field needs a name of 1 to 100 bytes without control characters.")
    }
    if let taken = Self.columns.first(where: { NameKey.of($0) == NameKey.of(name) }) {
      throw refusal("Every asset has “\(taken)” already; a field of your own needs another name.")
    }
    guard type == .choice else {
      guard values.isEmpty else {
        throw refusal("Only a field of the type choice has values, not one of \(type.rawValue).")
      }
      return
    }
    guard !values.isEmpty, values.allSatisfy(Self.isWord) else {
      throw refusal("A choice needs values of 1 to 100 bytes each: --values small,large.")
    }
    guard Set(values.map(NameKey.of)).count == values.count else {
      throw refusal(
        "Two of the values are the same: \(SafeText.quoted(values.joined(separator: ",")))")
    }
  }

  /// The field as it is after a second definition, which may only add to the first.
  func extended(by other: CustomField) throws(LedgerFault) -> CustomField {
    guard other.type == type else {
      throw refusal(
        "The field \(SafeText.quoted(name)) is there already, of the type \(type.rawValue), which "
          + "doesn't change.")
    }
    let keys = Set(other.values.map(NameKey.of))
    let missing = values.filter { !keys.contains(NameKey.of($0)) }
    guard missing.isEmpty else {
      throw refusal(
        "The field \(SafeText.quoted(name)) is there already; its values can be added to, but these "
          + "would be lost: \(missing.map { SafeText.quoted($0) }.joined(separator: ", ")).")
    }
    let known = Set(values.map(NameKey.of))
    return CustomField(
      name: name, type: type,
      values: values + other.values.filter { !known.contains(NameKey.of($0)) },
      requiredFor: other.requiredFor ?? requiredFor)
  }

  private static func isWord(_ text: String) -> Bool {
    !NameKey.of(text).isEmpty && text.utf8.count <= 100
      && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
  }

  private func refusal(_ message: String) -> LedgerFault {
    LedgerFault(code: "field.definition", message: message)
  }

  /// What a table of assets may have columns for already.
  private static let columns = [
    "tag", "name", "category", "make", "model", "serial", "status", "location", "custodian", "due",
    "condition", "code", "codes", "gtin", "sku", "number", "id", "version",
  ]
}
