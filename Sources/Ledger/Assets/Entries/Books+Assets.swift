import Storage

extension Books {
  var assets: AssetTable { AssetTable(connection: connection) }

  /// The asset that an entry is about.
  func asset(_ id: ObjectID) throws -> AssetTable.Stored {
    if let asset = try assets.find(id: id) { return asset }
    throw LedgerFault(
      code: "ledger.damaged", message: "Entry \(seq) is about an asset that no entry made.")
  }

  /// The location of a code; nil for an empty one.
  func location(_ code: String) throws -> ObjectID? {
    code.isEmpty ? nil : try memory.location(code, in: LocationTable(connection: connection))
  }

  /// Keeps what an entry made of an asset.
  func keep(_ asset: AssetTable.Stored, after old: AssetTable.Stored) throws {
    var asset = asset
    asset.version = old.version + 1
    try assets.update(asset)
    try assets.keepChange(of: asset, seq: seq)
    if asset.location != old.location || asset.status != old.status {
      try assets.keepHistory(asset, seq: seq, at: at)
    }
  }
}
