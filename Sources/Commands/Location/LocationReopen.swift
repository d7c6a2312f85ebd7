import ArgumentParser
import Ledger

/// `tally location reopen`.
struct LocationReopen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Takes a closed location into use again.",
    discussion: "  tally location reopen HQ/2/201")

  @Argument(help: "The location's code.")
  var code: String

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let location = try ledger.existing().reopenLocation(code, by: ledger.principal)
    try LocationList.listing.print([location], as: output.chosen)
  }
}
