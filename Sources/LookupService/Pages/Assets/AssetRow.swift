import Ledger

/// An asset in a list.
struct AssetRow: Sendable {
  let asset: PageLink
  let name: String
  /// Make, model and serial.
  let product: String?
  /// Where it is booked, on pages that don't say it above.
  let place: PageLink?
  let isNowhere: Bool
  let custodian: String?
  let status: StatusChip

  init(_ details: AssetDetails, withPlace: Bool) {
    asset = .asset(details.tag)
    name = details.name.isEmpty ? "No name" : details.name.shortened(to: 120)
    product =
      [details.make, details.model, details.serial].filter { !$0.isEmpty }
      .joined(separator: " · ").shortened(to: 80).nilIfEmpty
    place = withPlace ? details.location.map { .location($0) } : nil
    isNowhere = details.location == nil
    custodian = details.custodian.shortened(to: 80).nilIfEmpty
    status = StatusChip(details.status)
  }
}

/// Some of the assets that there are.
struct AssetList: Sendable {
  let rows: [AssetRow]
  /// What is said of the others; nil where these are all.
  let cut: String?

  init(_ assets: some Sequence<AssetDetails>, withPlaces: Bool = true, cut: String?) {
    rows = assets.map { AssetRow($0, withPlace: withPlaces) }
    self.cut = cut
  }
}
