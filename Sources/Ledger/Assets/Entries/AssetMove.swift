import Inventory

/// What the log keeps of a change of location.
struct AssetMove: LedgerEvent {
  static let kind = EntryKind.assetMoved

  let id: ObjectID
  /// The new location's code, empty for none; nil where it stayed.
  let location: String?
  /// Nil where it stayed; older programs told a change of status so, too.
  let status: AssetStatus?
  let note: String?

  init(_ asset: AssetTable.Stored, to location: String, note: String? = nil) {
    (id, self.location, status, self.note) = (asset.id, location, nil, note)
  }

  func apply(to books: Books) throws {
    let old = try books.asset(id)
    var asset = old
    if let location { asset.location = try books.location(location) }
    asset.status = status ?? old.status
    try books.keep(asset, after: old)
  }
}
