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
      """)

  @Option(help: "Only those whose book location is this one or lies in it.")
  var location: String?

  @Option(help: "Only those of this status.")
  var status: AssetStatus?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try ledger.existing()
    var assets: [AssetDetails] = []
    try store.forEachAsset { if status == nil || $0.status == status { assets.append($0) } }
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
