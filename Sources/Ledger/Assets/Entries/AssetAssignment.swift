import Inventory

/// What the log keeps of an asset that was given to somebody.
struct AssetAssignment: LedgerEvent {
  static let kind = EntryKind.assetAssigned

  let id: ObjectID
  let custody: Custody

  init(_ asset: AssetTable.Stored, _ custody: Custody) { (id, self.custody) = (asset.id, custody) }

  init(from decoder: any Decoder) throws {
    (id, custody) = (try AssetReference(from: decoder).id, try Custody(from: decoder))
  }

  func encode(to encoder: any Encoder) throws {
    try AssetReference(id: id).encode(to: encoder)
    try custody.encode(to: encoder)
  }

  func apply(to books: Books) throws {
    try books.give(id, custody) { $0.status = .assigned }
  }
}

/// Who has an asset from an entry on.
struct Custody: Codable, Equatable {
  /// A person's name or e-mail address, or a location's code.
  let custodian: String
  /// The code of the location that is the custodian and has the asset in it; nil for a person.
  let location: String?
  /// The day on which it comes back; nil for none.
  let due: String?
  let note: String?
}

/// Which asset an entry is about.
struct AssetReference: Codable {
  let id: ObjectID
}

extension Books {
  /// Gives an asset to a custodian.
  func give(
    _ id: ObjectID, _ custody: Custody, also step: (inout AssetTable.Stored) -> Void
  ) throws {
    let old = try asset(id)
    var asset = old
    step(&asset)
    (asset.custodian, asset.due, asset.custodySeq) = (custody.custodian, custody.due, seq)
    if let location = custody.location { asset.location = try self.location(location) }
    try keep(asset, after: old)
  }
}
