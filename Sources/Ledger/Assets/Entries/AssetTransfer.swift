/// What the log keeps of an asset that went from one custodian to another.
struct AssetTransfer: LedgerEvent {
  static let kind = EntryKind.assetTransferred

  let id: ObjectID
  /// The new one.
  let custody: Custody

  init(_ asset: AssetTable.Stored, _ custody: Custody) { (id, self.custody) = (asset.id, custody) }

  init(from decoder: any Decoder) throws {
    (id, custody) = (try AssetReference(from: decoder).id, try Custody(from: decoder))
  }

  func encode(to encoder: any Encoder) throws {
    try AssetReference(id: id).encode(to: encoder)
    try custody.encode(to: encoder)
  }

  func apply(to books: Books) throws { try books.give(id, custody) { _ in } }
}
