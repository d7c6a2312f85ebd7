import Diagnostics
package import Inventory
import Storage

extension LedgerStore {
  /// Takes events into an open stocktake, in one transaction: when this returns, all that is
  /// `stored` is durable.
  ///
  /// - Parameter crops: the crops that events name as evidence; one that no stored event names is
  ///   not kept.
  /// - Returns: a receipt for each event, in their order.
  /// - Throws: `LedgerFault` where the stocktake takes no events; then none was taken.
  package func record(
    _ events: [ScanEvent], crops: [Crop] = [], into stocktake: Stocktake,
    numbering: EventNumbering, by principal: Principal
  ) throws -> [EventReceipt] {
    try append(
      by: principal, asking: EventRecorder.questions(about: events, into: stocktake.id)
    ) { log in
      let current = try StocktakeTable(connection: log.connection).existing(id: stocktake.id)
      guard current.state.takesEvents else { throw LedgerFault.closedToEvents(current) }
      var recorder = try EventRecorder(
        log: log, stocktake: current.id, numbering: numbering, crops: crops)
      return try recorder.record(events)
    }
  }
}

extension LedgerFault {
  package static func closedToEvents(_ stocktake: Stocktake) -> LedgerFault {
    LedgerFault(
      code: "stocktake.state",
      message:
        "Stocktake \(stocktake.title) is in state “\(stocktake.state.rawValue)” and takes no events; "
        + "only an open or recounting one does.")
  }
}
