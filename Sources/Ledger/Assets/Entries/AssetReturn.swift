import Inventory

/// What the log keeps of an asset that its custodian gave back.
struct AssetReturn: LedgerEvent {
  static let kind = EntryKind.assetReturned

  let id: ObjectID
  /// The code of the location where it is now; nil where that stays.
  let location: String?
  let note: String?

  func apply(to books: Books) throws {
    let old = try books.asset(id)
    var asset = old
    asset.status = .inStock
    asset.endCustody()
    if let location { asset.location = try books.location(location) }
    try books.keep(asset, after: old)
  }
}
