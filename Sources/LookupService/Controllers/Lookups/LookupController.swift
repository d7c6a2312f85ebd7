import HTTPTypes
import Hummingbird
import Ledger

/// `lookups/assets`: what a code leads to.
struct LookupController: Sendable {
  let store: LedgerStore
  /// Where lookups wait for a server; nil where the ledger is a file.
  let lane: BlockingLane?
  let bodyLimit: Int

  var endpoints: [Endpoint] {
    [.getAndPost("/api/v1/lookups/assets", get: one, post: many)]
  }

  /// `?barcode=…`: one code, as it was read or typed; `&symbology=…` where a reader says which.
  @Sendable private func one(_ request: Request, _ context: ServiceContext) async throws -> Response
  {
    let query = try QueryParameters(request, "barcode", "symbology")
    let code = try query.required("barcode")
    try LookupRequest.check(code, at: "barcode")
    var json = JSONWriter(capacity: 1024)
    if let name = query["symbology"] {
      let named = try LookupCode(code, symbologyName: name)
      json.value(try await lane.run { try store.lookup(named.lookedUp) }, asked: named)
    } else {
      json.value(try await lane.run { try store.lookup(code) })
    }
    return Response(json: json)
  }

  /// `{"barcodes":[…]}`: up to 1,000 codes, answered from one state of the ledger.
  @Sendable private func many(
    _ request: Request, _ context: ServiceContext
  ) async throws -> Response {
    let codes = try await request.json(LookupRequest.self, upTo: bodyLimit).checked()
    let lookups = try await lane.run { try store.lookups(codes) }
    var json = JSONWriter(capacity: 512 * lookups.count)
    json.object { json in
      json.member("count", lookups.count)
      json.array("results", lookups) { $0.value($1) }
    }
    return Response(json: json)
  }
}
