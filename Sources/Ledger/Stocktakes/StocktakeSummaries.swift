import Storage

extension LedgerStore {
  /// What a stocktake comes to: fixed for one that was closed, else as it stands now.
  package func summary(of stocktake: Stocktake) throws -> StocktakeReport.Summary {
    try database.read { connection in
      let table = StocktakeTable(connection: connection)
      let current = try table.existing(id: stocktake.id)
      guard let fixed = try table.report(of: current) else {
        return try connection.report(on: current, closing: nil).summary
      }
      return try CanonicalJSON.value(FixedReport.self, fixed).summary
    }
  }
}

/// The part of a fixed report that is needed here; its lines may be a million.
private struct FixedReport: Decodable {
  let summary: StocktakeReport.Summary
}
