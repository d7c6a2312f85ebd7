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
    let summaries = try store.stocktakes().map { stocktake in
      StocktakeSummary(stocktake, try store.overview(of: stocktake).summary)
    }
    try Listing.stocktakes.print(summaries, as: output.chosen)
  }
}
