import ArgumentParser
import Ledger

/// `tally stocktake close`.
struct StocktakeClose: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Ends the counting and fixes the report.",
    discussion: """
      The stocktake goes to review; it takes no more events.

        tally stocktake close "Autumn count"
      """)

  @OptionGroup var argument: StocktakeArgument
  @OptionGroup var output: OutputOptions

  func run() throws {
    let (store, stocktake) = try argument.found()
    let report = try store.closeStocktake(stocktake, by: argument.ledger.principal)
    let closed = try store.stocktake(named: stocktake.id.description)
    try Listing.stocktakes.print([StocktakeSummary(closed, report.summary)], as: output.chosen)
  }
}
