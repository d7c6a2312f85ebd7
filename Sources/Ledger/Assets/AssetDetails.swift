package import Inventory

/// What the books say of an asset now.
package struct AssetDetails: Sendable, Equatable, Codable {
  package let id: String
  package let number: Int
  package let tag: String
  package let name: String
  package let category: String
  package let make: String
  package let model: String
  package let serial: String
  package let status: AssetStatus
  /// The book location's code; nil for none.
  package let location: String?
  package let custodian: String
  /// Codes beside the tag.
  package internal(set) var codes: [String]
  /// In what shape it is; nil where nobody said.
  package let condition: String?
  /// The day on which the custodian gives it back; nil for none.
  package let due: String?
  /// When somebody last said that it is there, as RFC 3339 writes it; nil for never.
  package let verifiedAt: String?
  /// 1 for a new asset, one more with each change.
  package let version: Int
  /// Values of custom fields by their names; nil for none.
  package internal(set) var fields: [String: String]?

  private enum CodingKeys: String, CodingKey {
    case id, number, tag, name, category, make, model, serial, status, location, custodian, codes
    case condition, due, version, fields
    case verifiedAt = "verified_at"
  }
}

/// What an import or a form says of an asset; nil is “not said”, which changes nothing.
package struct AssetDraft: Sendable, Equatable {
  package var tag: String
  package var name: String?
  package var category: String?
  package var make: String?
  package var model: String?
  package var serial: String?
  package var status: AssetStatus?
  /// A location's code; empty for none.
  package var location: String?
  package var custodian: String?
  package var condition: String?
  /// Values of custom fields by the fields' names; an empty one is taken away.
  package var fields: [String: String]
  /// Codes beside the tag; they are added, never taken away.
  package var codes: [AssetCode]

  package init(
    tag: String, name: String? = nil, category: String? = nil, make: String? = nil,
    model: String? = nil, serial: String? = nil, status: AssetStatus? = nil,
    location: String? = nil, custodian: String? = nil, codes: [AssetCode] = [],
    condition: String? = nil, fields: [String: String] = [:]
  ) {
    (self.tag, self.name, self.category, self.make) = (tag, name, category, make)
    (self.model, self.serial, self.status, self.location) = (model, serial, status, location)
    (self.custodian, self.codes) = (custodian, codes)
    (self.condition, self.fields) = (condition, fields)
  }

  /// Refuses tags that could not be on a label.
  func check() throws(LedgerFault) {
    let isClean = tag.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F }
    guard !tag.isEmpty, tag.utf8.count <= 100, isClean else { throw LedgerFault.badTag(tag) }
  }
}
