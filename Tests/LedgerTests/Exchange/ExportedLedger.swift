import Inventory
import Ledger

/// A ledger with all that an export has: 155 entries, which are more than two lines of hashes, a crop,
/// and the report of a closed stocktake.
enum ExportedLedger {
  static let picture = Crop(png: Array("picture".utf8))

  static func make() throws -> TestLedger {
    let ledger = try TestLedger()
    let drafts = (1...150).map { AssetDraft(tag: "A-\($0)", name: "“x\n\"ü", location: "HQ/1") }
    _ = try ledger.store.importAssets(drafts, createLocations: true, by: TestLedger.ann)
    let evidence = Evidence(
      image: "sha256:ab", polygon: nil, quality: 1, weak: false, crop: picture.hash,
      cropPolygon: [[1, 2]])
    let scan = ledger.event("e1", .scan(Scan(code: "A-1", location: "HQ/1", evidence: evidence)))
    let stocktake = try ledger.open()
    _ = try ledger.store.record(
      [scan], crops: [picture], into: stocktake, numbering: .byLedger, by: TestLedger.ann)
    _ = try ledger.store.closeStocktake(stocktake, by: TestLedger.ann)
    return ledger
  }
}
