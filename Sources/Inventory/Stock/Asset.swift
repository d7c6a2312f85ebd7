/// What the books say of an asset when a stocktake opens.
package struct Asset: Sendable, Equatable {
  /// Unique among the assets of a stocktake; lines are sorted by it.
  package let id: String
  /// The book location; nil where the books name none.
  package let location: String?
  /// What a scan of the asset may say; a part of a list that all assets may share.
  package let codes: ArraySlice<AssetCode>
  /// Milliseconds; nil for an asset that was there before the stocktake opened.
  package let createdDuringCountAt: Int?
  package let status: AssetStatus

  package init(
    id: String, location: String?, status: AssetStatus, codes: ArraySlice<AssetCode>,
    createdDuringCountAt: Int? = nil
  ) {
    (self.id, self.location, self.status, self.codes) = (id, location, status, codes)
    self.createdDuringCountAt = createdDuringCountAt
  }
}

/// One code that leads to an asset.
package struct AssetCode: Sendable, Hashable {
  /// Whether a code names one thing or a kind of thing.
  package enum Kind: String, Sendable, CaseIterable, Codable {
    /// An asset tag or another code that is on this one asset.
    case physical
    /// A GTIN or SKU: what the maker sells, on every piece of it.
    case product
  }

  package let text: String
  package let kind: Kind

  package init(_ text: String, kind: Kind = .physical) {
    (self.text, self.kind) = (text, kind)
  }
}

/// A change of the books while a stocktake was open.
package struct Move: Sendable, Equatable {
  package let asset: String
  /// Milliseconds on the clock of the events.
  package let at: Int
  /// The new book location; nil where only the status changed.
  package let location: String?
  /// The new book status; nil where only the location changed.
  package let status: AssetStatus?

  package init(asset: String, at: Int, location: String?, status: AssetStatus?) {
    (self.asset, self.at, self.location, self.status) = (asset, at, location, status)
  }
}
