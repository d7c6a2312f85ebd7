import Foundation
import TestSupport
import Testing

/// The log of the built service.
struct LogTests {
  private let tally: Tally

  init() throws {
    tally = try Tally()
    try SmallLedger.make(at: tally.folder.path("ledger.sqlite"))
  }

  private func lines(of service: RunningService) throws -> [[String: Any]] {
    #expect(service.stop() == 0)
    let text = try service.logText()
    #expect(text.hasSuffix("\n"))
    return try text.split(separator: "\n").map { line in
      try #require(
        JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any], "\(line)")
    }
  }

  @Test func `every line is a JSON object, and each request has one`() throws {
    let service = try RunningService(tally)
    let client = try service.connection()
    let ids = (0..<30).map { "request-\($0)" }
    for (index, id) in ids.enumerated() {
      let target = index % 3 == 0 ? "/nothing" : "/api/v1/lookups/assets/?barcode=TWIN"
      _ = try client.get(target, ["X-Request-ID": id])
    }
    let lines = try lines(of: service)
    for line in lines {
      for name in ["timestamp", "level", "logger", "message"] { #expect(line[name] is String) }
      let time = try #require(line["timestamp"] as? String)
      #expect(time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil)
    }
    let requests = lines.filter { $0["message"] as? String == "request" }
    #expect(requests.compactMap { $0["request_id"] as? String } == ids)
    for (index, line) in requests.enumerated() {
      #expect(line["status_code"] as? Int == (index % 3 == 0 ? 404 : 200))
      #expect((line["duration_ms"] as? Double).map { $0 > 0 } == true)
      #expect(line["user_id"] as? String == "tester")
      #expect(line["method"] as? String == "GET")
      #expect(line["level"] as? String == "info")
    }
  }

  @Test(arguments: ["info", "debug"])
  func `no code stands in the log, however it came in`(_ level: String) throws {
    let service = try RunningService(tally, "--log-level", level)
    let secret = "SECRET-7431"
    for target in [
      "/api/v1/lookups/assets/?barcode=\(secret)", "/api/v1/lookups/assets/\(secret)/",
      "/api/v1/lookups/assets/?\(secret)=1", "/\(secret)", "/a/\(secret)",
      "/api/v1/inventory-sessions/\(secret)/report.json", "/?code=\(secret)",
      "/api/v1/lookups/assets/?barcode=\(secret)%FF",
    ] { _ = try service.connection().get(target) }
    let client = try service.connection()
    _ = try client.post("/api/v1/lookups/assets/", #"{"barcodes":["\#(secret)"]}"#)
    _ = try client.post("/api/v1/lookups/assets/", #"{"barcodes":["\#(secret)""#)
    #expect(try client.post("/api/v1/scan-events/", ScanJSON("e1", secret).text).status == 201)
    _ = try client.post("/api/v1/scan-events/", ScanJSON("e1", secret + "2").text)
    let lines = try lines(of: service)
    #expect(lines.count { $0["message"] as? String == "request" } == 12)
    #expect(!(try service.logText().contains("SECRET")))
  }

  @Test func `a line is never broken by what a client sends`() throws {
    let service = try RunningService(tally)
    let client = try service.connection()
    for id in ["a\\\"b", "{\"level\":\"error\"}", "\u{7F}", "\u{85}x"] {
      _ = try? client.get("/alive/", ["X-Request-ID": id, "User-Agent": id])
    }
    _ = try service.connection().request("BREW", "/alive/")
    for line in try lines(of: service) { #expect(line["level"] as? String == "info") }
  }
}
