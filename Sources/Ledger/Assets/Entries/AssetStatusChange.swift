import Inventory

/// What the log keeps of a change of status.
struct AssetStatusChange: LedgerEvent {
  static let kind = EntryKind.assetStatusChanged

  let id: ObjectID
  let status: AssetStatus
  let note: String?

  func apply(to books: Books) throws {
    let old = try books.asset(id)
    var asset = old
    asset.status = status
    if status.endsCustody, old.isHeld { asset.endCustody() }
    try books.keep(asset, after: old)
  }
}

extension AssetTable.Stored {
  /// Whether somebody was given the asset, and didn't give it back.
  var isHeld: Bool { custodySeq != nil || status.meansHeld }

  mutating func endCustody() { (custodian, due, custodySeq) = ("", nil, nil) }
}

extension AssetStatus {
  /// Whether an asset of this status is in somebody's hands.
  var meansHeld: Bool { self == .assigned || self == .checkedOut }
}
