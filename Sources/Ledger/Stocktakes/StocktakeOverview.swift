import Inventory
import Storage

/// What a stocktake comes to, without its lines.
package struct StocktakeOverview: Sendable, Equatable, Decodable {
  package let summary: StocktakeReport.Summary
  package let progress: [StocktakeReport.Progress]
}

extension LedgerStore {
  /// What a stocktake comes to: fixed for one that was closed, else as it stands now.
  ///
  /// A report says the same and more: its lines and their hash take far longer than the counting.
  package func overview(of stocktake: Stocktake) throws -> StocktakeOverview {
    try fixed(of: stocktake) { connection, current in
      let facts = try connection.facts(of: current)
      return StocktakeCounts(Reconciler.reconcile(facts)).overview(
        of: try LocationTable(connection: connection).all(), in: facts)
    }
  }
}
