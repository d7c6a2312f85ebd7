import Foundation
import TestSupport
import Testing

/// Several programs write into one schema of PostgreSQL at the same time.
@Suite(.enabled(if: PostgresServer.shared != nil, PostgresServer.absence))
struct PostgresWritersTests {
  private let tally: Tally
  private let service: RunningService

  init() throws {
    tally = try Tally.onPostgres(#require(PostgresServer.shared))
    try tally.folder.write(
      "assets.csv", "tag,name,location\nAST-000001,Lamp,HQ/1\nA-2,Chair,HQ/1\n")
    try #require(try tally("asset", "import", "assets.csv").status == 0)
    try #require(try tally("stocktake", "open", "Count", "--scope", "HQ").status == 0)
    service = try RunningService(tally)
  }

  @Test func `two tally and a tallyd write at once: nothing is lost, doubled or out of order`()
    throws
  {
    let acknowledged = Acknowledged()
    let (environment, folder, port) = (tally.environment, tally.folder.path, service.port)
    let results = try Threads.run(4) { thread -> Int? in
      guard thread > 1 else {
        defer { if thread == 0 { acknowledged.finish() } }
        for number in 1...10 {
          let codes = (1...5).map { "T\(thread)-\(number)-\($0)" }
          let result = try Tally.program.run(
            [
              "stocktake", "record", "Count", "--location", "HQ/1", "--device", "t\(thread)",
              "--code",
            ]
              + codes, environment: environment, in: folder)
          try #require(result.status == 0, "\(result.errors)")
        }
        return 50
      }
      return try EventSender(device: "d\(thread)", port: port).send(1...100_000, into: acknowledged)
    }
    #expect(results[0] == 50)
    #expect(results[1] == 50)
    #expect(results[2...].allSatisfy { $0 == nil }, "every event got its answer")
    #expect(acknowledged.all.count > 20, "the service was busy, too")

    let verified = try tally("ledger", "verify", "--format", "json")
    #expect(verified.status == 0, "\(verified.output)")
    let info = try tally("ledger", "info", "--format", "json").object
    #expect(info["scan_events"] as? Int == 100 + acknowledged.all.count)
    #expect(info["entries"] as? Int == verified.object["entries"] as? Int)
    #expect(service.stop() == 0)
    #expect(!(try service.logText().contains("\"error\"")))
  }

  @Test func `lookups, health and reports are served`() throws {
    let client = try service.connection()
    let found = try client.get("/api/v1/lookups/assets/?barcode=AST-000001")
    #expect(found.status == 200)
    #expect(found.text.contains("Lamp"))
    let many = try client.post(
      "/api/v1/lookups/assets/", #"{"barcodes":["A-2","nobody","a\u0000b"]}"#)
    #expect(many.status == 200, "\(many.text)")
    #expect(try client.get("/health").status == 200)
    #expect(try client.get("/metrics").text.contains("ledger"))
    #expect(try client.get("/api/v1/lookups/assets/?barcode=a%00b").status < 500)
    #expect(!service.greeting.contains("secret"))
  }
}
