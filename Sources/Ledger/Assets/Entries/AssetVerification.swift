/// What the log keeps of somebody's word that an asset is there; the books stay as they are.
struct AssetVerification: LedgerEvent {
  static let kind = EntryKind.assetVerified

  let id: ObjectID
  /// The code of the location where it was seen; nil where nobody said.
  let location: String?
  let note: String?

  func apply(to books: Books) throws {
    var asset = try books.asset(id)
    asset.verifiedAt = books.at
    try books.assets.update(asset)
    try books.assets.keepChange(of: asset, seq: books.seq)
  }
}
