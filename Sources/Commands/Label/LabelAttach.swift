import ArgumentParser
import Ledger

/// `tally label attach`.
struct LabelAttach: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "attach", abstract: "Says that a label was stuck on an asset.",
    discussion: """
      The label's codes lead to the asset from then on.

        tally label attach SP-0008 AST-000017
      """)

  @Argument(help: "A code on the label.")
  var code: String

  @Argument(help: "The asset's tag, another code of it, its number or its id.")
  var asset: String

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let label = try ledger.existing().attachLabel(code, to: asset, by: ledger.principal)
    try Listing.labels.print([label], as: output.chosen)
  }
}
