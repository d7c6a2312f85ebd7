import ArgumentParser
import Inventory
import Ledger
import Reports

/// `tally asset show`.
struct AssetShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Shows one asset.",
    discussion: "  tally asset show AST-000017")

  @Argument(help: "The asset's tag, another code of it, its number or its id.")
  var code: String

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    try AssetCard.print([ledger.existing().asset(named: code)], as: output.chosen)
  }
}

/// An asset as a card of names and values.
enum AssetCard {
  static func print(_ assets: [AssetDetails], as format: OutputFormat) throws {
    guard format == .table else { return try Listing.assets.print(assets, as: format) }
    for asset in assets {
      TextTable(header: ["asset", asset.tag], usesColour: Terminal.usesColour).lines(rows(asset))
        .forEach(StandardOutput.line)
    }
  }

  private static func rows(_ asset: AssetDetails) -> [[TextTable.Cell]] {
    let facts =
      [
        ("name", asset.name), ("category", asset.category),
        ("make and model", "\(asset.make) \(asset.model)"), ("serial", asset.serial),
        ("status", asset.status.rawValue), ("location", asset.location ?? ""),
        ("custodian", asset.custodian), ("due", asset.due ?? ""),
        ("condition", asset.condition ?? ""), ("last seen", asset.verifiedAt ?? ""),
      ] + (asset.fields ?? [:]).sorted { $0.key < $1.key } + [
        ("other codes", asset.codes.joined(separator: ", ")),
        ("number", "\(asset.number)"), ("version", "\(asset.version)"), ("id", asset.id),
      ]
    return facts.filter { !$0.1.allSatisfy(\.isWhitespace) }
      .map { [TextTable.Cell($0.0), TextTable.Cell($0.1)] }
  }
}
