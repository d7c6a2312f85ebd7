import ArgumentParser
import Ledger

/// `tally stocktake list`.
struct StocktakeList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists the stocktakes.", discussion: "  tally stocktake list")

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try ledger.existing()
    let summaries = try store.stocktakes().map { StocktakeSummary($0, try store.report(on: $0)) }
    try Listing.stocktakes.print(summaries, as: output.chosen)
  }
}
