import HTTPTypes
import Hummingbird
import Inventory
import Ledger

/// `scan-events`: what devices count.
struct ScanEventController: Sendable {
  let store: LedgerStore
  let writes: BlockingLane
  let metrics: ServiceMetrics
  let bodyLimit: Int

  var endpoints: [Endpoint] { [.post("/api/v1/scan-events", record)] }

  /// Takes one event: 201 once it is durable, 200 where it was there already, 409 where another
  /// event has its id.
  @Sendable private func record(
    _ request: Request, _ context: ServiceContext
  ) async throws -> Response {
    let delivery = try await request.json(ScanEventDelivery.self, upTo: bodyLimit)
    let principal = Principal(
      name: try context.principal.name, device: delivery.record.deviceID)
    let (stocktake, receipt) = try await writes.run { [store] in
      let stocktake = try store.stocktake(for: delivery)
      let receipts = try store.record(
        [delivery.record.event], into: stocktake, numbering: .byDevice, by: principal)
      return (stocktake, receipts[0])
    }
    metrics.countScanEvent(receipt.word)
    return try answer(to: delivery, stocktake, receipt)
  }

  private func answer(
    to delivery: ScanEventDelivery, _ stocktake: Stocktake, _ receipt: EventReceipt
  ) throws -> Response {
    switch receipt {
    case .stored: taken(.created, delivery, stocktake)
    case .storedClockSuspect: taken(.created, delivery, stocktake, flag: .clockSuspect)
    case .duplicate: taken(.ok, delivery, stocktake)
    case .conflict(let stored, _):
      throw Problem(
        .conflict, "event.conflict",
        "Another event has this client_event_id; the first stays: \(stored)")
    case .refused(let fault): throw fault
    }
  }

  private func taken(
    _ status: HTTPResponse.Status, _ delivery: ScanEventDelivery, _ stocktake: Stocktake,
    flag: Flag? = nil
  ) -> Response {
    var json = JSONWriter(capacity: 256)
    json.object { json in
      json.member("client_event_id", delivery.record.clientEventID)
      json.member("inventory_session", stocktake.number)
      json.member("duplicate", status == .ok)
      if let flag { json.member("flag", flag.rawValue) }
    }
    return Response(status, json: json)
  }
}

extension EventReceipt {
  /// For the metrics.
  fileprivate var word: String {
    switch self {
    case .stored, .storedClockSuspect: "stored"
    case .duplicate: "duplicate"
    case .conflict: "conflict"
    case .refused: "refused"
    }
  }
}
