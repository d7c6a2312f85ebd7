import ArgumentParser
import Ledger

/// `tally label retire`.
struct LabelRetire: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire", abstract: "Says that a label was taken off, or is gone with its asset.",
    discussion: "  tally label retire SP-0008 --reason \"asset sold\"")

  @Argument(help: "A code on the label.")
  var code: String

  @Option(help: "Why; it stands in the log.")
  var reason: String?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let label = try ledger.existing().retireLabel(code, reason: reason, by: ledger.principal)
    try Listing.labels.print([label], as: output.chosen)
  }
}
