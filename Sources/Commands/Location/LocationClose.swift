import ArgumentParser
import Ledger

/// `tally location close`.
struct LocationClose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Takes a location out of use.",
    discussion: """
      A closed location, and what lies in it, takes no assets, stock or counts. What is there stays \
      there until it is moved.

        tally location close HQ/2/201 --reason "being rebuilt"
      """)

  @Argument(help: "The location's code.")
  var code: String

  @Option(help: "Why; it stands in the log.")
  var reason: String?

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let location = try ledger.existing().closeLocation(
      code, reason: reason, by: ledger.principal)
    try LocationList.listing.print([location], as: output.chosen)
  }
}
