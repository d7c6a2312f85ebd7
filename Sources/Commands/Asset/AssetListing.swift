import Inventory
import Ledger

extension Listing where Item == AssetDetails {
  /// The columns that an import takes, but for further codes.
  static var assets: Listing<AssetDetails> {
    Listing(columns: [
      .init("tag") { $0.tag }, .init("name") { $0.name }, .init("category") { $0.category },
      .init("make") { $0.make }, .init("model") { $0.model }, .init("serial") { $0.serial },
      .init("status") { $0.status.rawValue }, .init("location") { $0.location ?? "" },
      .init("custodian") { $0.custodian },
    ])
  }
}
