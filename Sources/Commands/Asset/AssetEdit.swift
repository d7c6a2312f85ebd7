import ArgumentParser
import Foundation
import Ledger

/// `tally asset edit`.
struct AssetEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Changes what the books say of assets.",
    discussion: """
      Where an asset is and who has it is changed by move, status, assign, return and transfer.

        tally asset edit AST-000017 --name "Laser printer" --serial QU24-7AD8A3
        tally asset edit AST-000017 AST-000018 --set "Cost centre=4711"
        tally asset edit --file edits.ndjson
      """)

  @Argument(help: "Tags, other codes, numbers or ids.")
  var codes: [String] = []

  @OptionGroup var fields: AssetFieldOptions

  @Option(help: "Edits that devices made, an object a line; - for standard input.")
  var file: String?

  @Option(help: "Why; it stands in the history.")
  var note: String?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (file == nil) != codes.isEmpty else { return }
    throw ValidationError("Give codes, or --file.")
  }

  func run() throws {
    if let file { return try EditDelivery(store: ledger.existing()).deliver(file, self) }
    guard !fields.isEmpty else { throw ValidationError("Say what to change, for example --name.") }
    let store = try ledger.existing()
    let results = try store.take(
      .edit(fields.draft("")), with: codes, note: note, by: ledger.principal)
    try fields.noteWriting(in: store)
    try AssetStepReport(names: codes).print(results, as: output.chosen)
  }
}
