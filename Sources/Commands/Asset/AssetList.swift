import ArgumentParser
import Inventory
import Ledger

/// `tally asset list`.
struct AssetList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the assets.",
    discussion: """
        tally asset list --location HQ/2/201
        tally asset list --status in_repair --format csv
        tally asset list --search "thinkpad müller"
      """)

  @Option(help: "Only those whose book location is this one or lies in it.")
  var location: String?

  @Option(help: "Only those of this status.")
  var status: AssetStatus?

  @Option(help: "Only those in whose texts each of these words occurs, whatever the case.")
  var search: String?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try ledger.existing()
    var assets: [AssetDetails] = []
    func take(_ asset: AssetDetails) {
      if status == nil || asset.status == status { assets.append(asset) }
    }
    if let search {
      try store.searchAssets(search, limit: .max).assets.forEach(take)
    } else {
      try store.forEachAsset(take)
    }
    if let location {
      let tree = try store.locationTree(containing: location)
      assets.removeAll { asset in
        !(asset.location.map { tree.isSameOrAncestor(location, of: $0) } ?? false)
      }
    }
    try Listing.assets.print(assets, as: output.chosen)
  }
}

extension AssetStatus: ExpressibleByArgument {}
