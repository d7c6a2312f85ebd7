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

  @Option(help: "Who answers for assets that nobody was given.")
  var custodian: String?

  @Option(help: "Edits that devices made, an object a line; - for standard input.")
  var file: String?

  @Option(help: "Why; it stands in the history.")
  var note: String?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (file == nil) != codes.isEmpty else {
      throw ValidationError("Give codes and what to change, or --file.")
    }
    if file == nil, saysNothing {
      throw ValidationError("Say what to change, for example --name.")
    }
    if file != nil, !saysNothing || note != nil {
      throw ValidationError("--file brings all that is to change; leave the other options out.")
    }
  }

  private var saysNothing: Bool { fields.isEmpty && custodian == nil }

  func run() throws {
    if let file {
      return try EditDelivery(
        store: ledger.existing(), principal: ledger.principal, output: output
      ).deliver(file)
    }
    let store = try ledger.existing()
    var draft = try fields.draft("")
    draft.custodian = custodian
    let results = try store.take(.edit(draft), with: codes, note: note, by: ledger.principal)
    try fields.noteWriting(in: store)
    try AssetStepReport(names: codes).print(results, as: output.chosen)
  }
}
