import Foundation
import TestSupport
import Testing

/// Who may reach a service without accounts: this machine, and no page of somebody else's.
struct GuardTests {
  private let served: ServedLedger

  init() throws { served = try ServedLedger() }

  @Test(arguments: [
    "evil.example", "evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example",
    "10.0.0.1", "0.0.0.0", "127.0.0.1@evil.example", "evil.example:80:80", "[::2]", "",
  ])
  func `a request for another host is refused`(_ host: String) throws {
    for target in ["/alive/", "/", "/api/v1/lookups/assets/?barcode=TWIN", "/nothing"] {
      let answer = try served.service.connection().get(target, ["Host": host])
      #expect(answer.status == 421 || answer.status == 400, "\(answer.status)")
      #expect(!answer.text.contains("AST-000002"))
    }
  }

  @Test(arguments: ["127.0.0.1", "localhost", "LOCALHOST:1", "[::1]", "[::1]:8080", "localhost:80"])
  func `the names of this machine are taken`(_ host: String) throws {
    #expect(try served.client.get("/alive/", ["Host": host]).status == 200)
  }

  @Test func `a page of another origin may neither read nor write`() throws {
    for origin in [
      "http://evil.example", "null", "https://127.0.0.1:\(served.service.port)",
      "http://127.0.0.1:1", "http://localhost:\(served.service.port)",
    ] {
      try served.client.get("/api/v1/lookups/assets/?barcode=TWIN", ["Origin": origin])
        .expectProblem(403, "request.origin")
      try served.client.request(
        "POST", "/api/v1/scan-events/", ["Origin": origin, "Content-Type": "application/json"],
        body: Array(ScanJSON("e1").text.utf8)
      ).expectProblem(403, "request.origin")
    }
    let own = ["Origin": "http://127.0.0.1:\(served.service.port)"]
    #expect(try served.client.get("/api/v1/lookups/assets/?barcode=TWIN", own).status == 200)
    #expect(
      try served.tally("ledger", "info", "--format", "json").object["scan_events"] as? Int == 0)
  }
}
