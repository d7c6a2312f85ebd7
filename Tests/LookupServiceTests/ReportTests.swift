import Foundation
import TestSupport
import Testing

/// `GET /api/v1/inventory-sessions/{id}/report.…`, over a socket.
struct ReportTests {
  private let served: ServedLedger

  init() throws {
    served = try ServedLedger()
    for (index, code) in ["AST-000001", "H-1", "AST-000003", "a foreign one"].enumerated() {
      try #require(try served.record(ScanJSON("e\(index)", code, seq: index)).status == 201)
    }
  }

  private func get(
    _ stocktake: String, _ format: String, _ fields: [String: String] = [:]
  ) throws -> HTTPAnswer {
    try served.client.get("/api/v1/inventory-sessions/\(stocktake)/report.\(format)", fields)
  }

  @Test(arguments: ["Count", "Done"], ["json", "html"])
  func `a report is the one that tally prints`(_ stocktake: String, _ format: String) throws {
    let answer = try get(stocktake, format)
    #expect(answer.status == 200)
    let types = ["json": "application/json", "html": "text/html; charset=utf-8"]
    #expect(answer["Content-Type"] == types[format])
    #expect(answer.text == (try served.report(stocktake, format).output))
  }

  @Test func `a stocktake is named by its number, its id or its name`() throws {
    let id = try served.stocktakeID()
    try served.tally.expect("stocktake", "open", "Käse / Rüben", "--scope", "HQ/2")
    let byName = try get("Count", "json")
    for name in ["1", id, "count", "Coun%74"] {
      #expect(try get(name, "json").body == byName.body, "\(name)")
    }
    let odd = try get("K%C3%A4se%20%2F%20R%C3%BCben", "json")
    #expect(odd.status == 200, "\(odd.text)")
    #expect(try served.client.get("/api/v1/inventory-sessions/1/report.json/").body == byName.body)
  }

  @Test(arguments: ["json", "html"])
  func `a report that did not change is not sent again`(_ format: String) throws {
    let first = try get("Count", format)
    let tag = try #require(first["ETag"])
    #expect(tag.hasPrefix("\"") && tag.hasSuffix("\""), "a strong one")
    for known in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
      let same = try get("Count", format, ["If-None-Match": known])
      #expect(same.status == 304, "\(known)")
      #expect(same["ETag"] == tag)
      #expect(same.body.isEmpty)
    }
    #expect(try get("Count", format, ["If-None-Match": "\"other\""]).status == 200)
    #expect(try served.record(ScanJSON("more", "AST-000002", seq: 9)).status == 201)
    let changed = try get("Count", format, ["If-None-Match": tag])
    #expect(changed.status == 200)
    #expect(changed["ETag"] != tag)
  }

  @Test func `a stocktake that isn't there is a problem, whatever it is called`() throws {
    for name in ["99", "Cuont", "..%2F..%2Fetc%2Fpasswd", "%00", "'%20OR%201=1--", "%F0%9F%98%80"] {
      try get(name, "json").expectProblem(404, "stocktake.unknown")
    }
    try get("%FF", "json").expectProblem(400, "request.encoding")
    try served.client.get("/api/v1/inventory-sessions/1/report.docx")
      .expectProblem(404, "request.path")
  }

  @Test func `the page of a report runs no script and loads nothing`() throws {
    let answer = try get("Count", "html")
    let policy = try #require(answer["Content-Security-Policy"])
    #expect(policy.contains("default-src 'none'"))
    #expect(!policy.contains("unsafe") && !policy.contains("script-src"))
    #expect(!answer.text.contains("<img src=x"))
    #expect(answer.text.contains("&lt;img src=x onerror="))
  }
}
