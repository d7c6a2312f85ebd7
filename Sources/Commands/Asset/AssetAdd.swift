import ArgumentParser
import Inventory
import Ledger

/// `tally asset add`.
struct AssetAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Takes one new asset into the books.",
    discussion: """
        tally asset add AST-000301 --name "Label printer" --category Printers --location HQ/1/101
        tally asset add AST-000302 --status on_order --set "Warranty until=2029-06-30"
      """)

  @Argument(help: "The tag: unique, and what the asset's label says.")
  var tag: String

  @Option(help: "The status to begin with (default: in_stock).")
  var status: AssetStatus?

  @Option(help: "The code of the location where it is; it must exist.")
  var location: String?

  @Option(help: "Who answers for it.")
  var custodian: String?

  @OptionGroup var fields: AssetFieldOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    var draft = try fields.draft(tag)
    (draft.status, draft.location, draft.custodian) = (status, location, custodian)
    let store = try ledger.createdIfMissing()
    let asset = try store.addAsset(draft, by: ledger.principal)
    try fields.noteWriting(in: store)
    try Listing.assets.print([asset], as: output.chosen)
  }
}
