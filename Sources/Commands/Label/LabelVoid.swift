import ArgumentParser
import Ledger

/// `tally label void`.
struct LabelVoid: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void", abstract: "Says that nobody should come across a label.",
    discussion: """
      For labels that were spoilt, lost or printed twice. A lookup or a stocktake that meets one all the \
      same says so.

        tally label void SP-0009 --reason "torn in the printer"
      """)

  @Argument(help: "A code on the label.")
  var code: String

  @Option(help: "What became of it.")
  var reason: String

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let label = try ledger.existing().voidLabel(code, reason: reason, by: ledger.principal)
    try Listing.labels.print([label], as: output.chosen)
  }
}
