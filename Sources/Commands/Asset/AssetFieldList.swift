import ArgumentParser
import Ledger

/// `tally asset field list`.
struct AssetFieldList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the fields of your own.",
    discussion: "  tally asset field list")

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  static var listing: Listing<CustomField> {
    Listing(columns: [
      .init("name") { $0.name }, .init("type") { $0.type.rawValue },
      .init("values") { $0.values.joined(separator: ", ") },
      .init("required for") { $0.requiredFor ?? "" },
    ])
  }

  func run() throws { try Self.listing.print(ledger.existing().customFields(), as: output.chosen) }
}
