import ArgumentParser
import Inventory
import Ledger

/// `tally stocktake open`.
struct StocktakeOpen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Begins to count: takes a snapshot of what the books say.",
    discussion: """
      With coverage “explicit” a location is counted completely when somebody says so (tally \
      stocktake done); with “implicit” one scanned asset is enough.

        tally stocktake open "Autumn count" --scope HQ
        tally stocktake open "Lab 3" --scope HQ/3/301 --scope HQ/3/302 --coverage implicit
      """)

  @Argument(help: "A name for it.")
  var name: String

  @Option(
    parsing: .upToNextOption,
    help: "The locations to be counted, with all that lies in them.")
  var scope: [String] = []

  @Option(help: "explicit or implicit.")
  var coverage: StocktakePolicy.Coverage = .explicit

  @ArgumentParser.Flag(help: "Don't expect assets that are assigned to somebody.")
  var withoutAssigned = false

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try ledger.existing()
    let draft = StocktakeDraft(
      name: name, scope: scope,
      policy: StocktakePolicy(coverage: coverage, leavesOutAssigned: withoutAssigned))
    let opened = try store.openStocktake(draft, by: ledger.principal)
    let summary = try store.overview(of: opened).summary
    try Listing.stocktakes.print([StocktakeSummary(opened, summary)], as: output.chosen)
  }
}

extension StocktakePolicy.Coverage: ExpressibleByArgument {}
