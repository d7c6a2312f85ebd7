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
    try database.read { connection in
      let table = StocktakeTable(connection: connection)
      let current = try table.existing(id: stocktake.id)
      if let fixed = try table.report(of: current) {
        return try CanonicalJSON.value(StocktakeOverview.self, fixed)
      }
      let facts = try connection.facts(of: current)
      return StocktakeCounts(Reconciler.reconcile(facts)).overview(
        of: try LocationTable(connection: connection).all(), in: facts)
    }
  }
}
