import ArgumentParser
import Inventory
import Ledger
import Reports

/// `tally stocktake status`.
struct StocktakeStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "How far a stocktake is, location by location.",
    discussion: "  tally stocktake status \"Autumn count\"")

  @OptionGroup var argument: StocktakeArgument
  @OptionGroup var output: OutputOptions

  func run() throws {
    let (store, stocktake) = try argument.found()
    let overview = try store.overview(of: stocktake)
    if output.chosen == .table {
      StandardOutput.line(
        "Stocktake \(stocktake.title) is \(stocktake.state.rawValue): "
          + "\(overview.summary.expected) expected, \(overview.summary.events) events")
    }
    try Self.listing.print(
      overview.progress.filter { $0.expected + $0.strangers > 0 }, as: output.chosen)
  }

  private static var listing: Listing<StocktakeReport.Progress> {
    func count(_ outcome: String) -> Listing<StocktakeReport.Progress>.Column {
      .init(outcome, isNumber: true) { "\($0.outcomes[outcome] ?? 0)" }
    }
    return Listing(columns: [
      .init("location") { $0.location }, .init("name") { $0.name },
      .init("done", colour: { $0.covered ? .good : .warning }) { $0.covered ? "yes" : "no" },
      .init("expected", isNumber: true) { "\($0.expected)" }, count("found"), count("misplaced"),
      count("missing"), count("not-counted"),
      .init("strangers", isNumber: true) { "\($0.strangers)" },
    ])
  }
}
