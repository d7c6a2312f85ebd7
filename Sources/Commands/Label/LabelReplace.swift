import ArgumentParser
import Ledger

/// `tally label replace`.
struct LabelReplace: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replace", abstract: "Puts a label in the place of another one.",
    discussion: """
      The new label is attached to the old one's asset. The old codes still lead there, and whoever \
      looks them up is told.

        tally label replace SP-0008 --by SP-0021 --reason worn
      """)

  @Argument(help: "A code on the old label.")
  var code: String

  @Option(help: "A code on the label in its place.")
  var by: String

  @Option(help: "Why; it stands in the log.")
  var reason: String?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let label = try ledger.existing().replaceLabel(
      code, by: by, reason: reason, as: ledger.principal)
    try Listing.labels.print([label], as: output.chosen)
  }
}
