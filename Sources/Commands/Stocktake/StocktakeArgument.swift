import ArgumentParser
import Ledger

/// Which stocktake, of which ledger.
struct StocktakeArgument: ParsableArguments {
  @Argument(help: "The stocktake's name or number.")
  var stocktake: String

  @OptionGroup var ledger: LedgerOptions

  /// The ledger, and the stocktake in it.
  func found() throws -> (store: LedgerStore, stocktake: Stocktake) {
    let store = try ledger.existing()
    return (store, try store.stocktake(named: stocktake))
  }
}
