import Foundation
import TestSupport
import Testing

/// `/health/`, `/alive/` and `/metrics/`, over a socket.
struct HealthTests {
  private let served: ServedLedger

  init() throws { served = try ServedLedger() }

  private func metrics() throws -> PrometheusPage {
    let answer = try served.client.get("/metrics/")
    #expect(answer.status == 200)
    #expect(answer["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8")
    return try PrometheusPage(answer.text)
  }

  @Test func `a service that works is well, in each of its parts`() throws {
    for path in ["/health/", "/health"] {
      let answer = try served.client.get(path)
      #expect(answer.status == 200)
      #expect(answer.json?["status"] as? String == "ok")
      let components = answer.json?["components"] as? [String: String]
      #expect(components?["database"] == "ok")
      #expect(components?["disk"] == "ok")
      #expect(components?["queue"] == "ok")
    }
    #expect(try served.client.get("/alive/").json?["status"] as? String == "alive")
  }

  @Test func `requests are counted by method, route and status, and counts rise`() throws {
    let route = ["method": "GET", "route": "/api/v1/lookups/assets", "status": "200"]
    let before = try metrics().value("tallymark_http_requests_total", route) ?? 0
    for _ in 0..<5 { #expect(try served.lookup("TWIN").status == 200) }
    for _ in 0..<3 { #expect(try served.lookup("%FF").status == 400) }
    #expect(try served.client.get("/nowhere/AST-000001").status == 404)
    let after = try metrics()
    #expect(after.value("tallymark_http_requests_total", route) == before + 5)
    #expect(
      after.value("tallymark_http_requests_total", route.merging(["status": "400"]) { $1 }) == 3)
    #expect(!after.text.contains("AST-000001"), "a path is not a label")
  }

  @Test func `durations are a histogram whose buckets add up`() throws {
    for _ in 0..<20 { #expect(try served.lookup("TWIN").status == 200) }
    let page = try metrics()
    let name = "tallymark_http_request_duration_seconds"
    #expect(page.types[name] == "histogram")
    let route = ["method": "GET", "route": "/api/v1/lookups/assets", "status": "200"]
    let buckets = page.samples.filter { sample in
      sample.name == "\(name)_bucket" && route.allSatisfy { sample.labels[$0.key] == $0.value }
    }
    let counts = buckets.map(\.value)
    #expect(counts == counts.sorted(), "cumulative")
    #expect(buckets.last?.labels["le"] == "+Inf")
    #expect(counts.last == 20)
    #expect(page.value("\(name)_count", route) == 20)
    #expect((page.value("\(name)_sum", route) ?? 0) > 0)
  }

  @Test func `scan events are counted by what became of them, and the ledger's head`() throws {
    let head = try metrics().value("tallymark_ledger_entries", [:])
    for (event, status) in [
      (ScanJSON("e1"), 201), (ScanJSON("e2"), 201), (ScanJSON("e1"), 200),
      (ScanJSON("e1", "AST-000002"), 409), (ScanJSON("e3").with("location", "HQ/9"), 400),
    ] { #expect(try served.record(event).status == status) }
    let page = try metrics()
    for (result, count) in [("stored", 2.0), ("duplicate", 1), ("conflict", 1), ("refused", 1)] {
      #expect(page.value("tallymark_scan_events_total", ["result": result]) == count)
    }
    #expect(page.value("tallymark_ledger_entries", [:]) == head.map { $0 + 2 })
  }

  @Test func `a method that nobody knows doesn't add a series of its own`() throws {
    for method in ["BREW", "PROPFIND", "X1", "X2"] {
      _ = try served.service.connection().request(method, "/alive/")
    }
    let methods = Set(try metrics().samples.compactMap { $0.labels["method"] })
    #expect(methods.isDisjoint(with: ["BREW", "PROPFIND", "X1", "X2"]), "\(methods)")
  }
}
