import Foundation
import HTTPTypes
import TestSupport
import Testing

/// The main answers of the router, in process: the same `buildApplication` that `tallyd` runs.
struct RouterTests {
  @Test func `a lookup finds one, many, none, or a location`() async throws {
    try await InProcessService().run { client in
      for (code, match, unknown) in [
        ("AST-000001", "one", nil), ("TWIN", "many", nil), ("HQ/1", "none", nil),
        ("AST-9", "none", "foreign"), ("AST-999999", "none", "ours-but-never-issued"),
      ] as [(String, String, String?)] {
        let answer = try await client.get("/api/v1/lookups/assets?barcode=\(code)")
        #expect(answer.status == 200)
        #expect(answer.json?["match"] as? String == match)
        #expect(answer.json?["unknown"] as? String == unknown)
      }
    }
  }

  @Test func `events are taken, doubled, in conflict, and then in the report`() async throws {
    try await InProcessService().run { client in
      let path = "/api/v1/scan-events/"
      let before = try await client.get("/api/v1/inventory-sessions/1/report.json")
      #expect(try await client.post(path, ScanJSON("e1").text).status == 201)
      #expect(try await client.post(path, ScanJSON("e1").text).status == 200)
      #expect(try await client.post(path, ScanJSON("e1", "A+B").text).status == 409)
      let after = try await client.get("/api/v1/inventory-sessions/1/report.json")
      #expect(after.status == 200)
      #expect(after["ETag"] != before["ETag"])
      #expect((after.json?["summary"] as? [String: Any])?["events"] as? Int == 1)
      let page = try await client.get("/api/v1/inventory-sessions/1/report.html")
      #expect(page.text.contains("AST-000001"))
    }
  }

  @Test func `what isn't there, isn't taken or isn't right is a problem`() async throws {
    try await InProcessService().run { client in
      try await client.get("/nothing").expectProblem(404, "request.path")
      try await client.request(.delete, "/api/v1/scan-events/")
        .expectProblem(405, "request.method")
      try await client.get("/api/v1/lookups/assets/").expectProblem(400, "request.parameter")
      try await client.request(.post, "/api/v1/scan-events/", [:], "{}")
        .expectProblem(415, "request.media-type")
    }
  }

  @Test func `those who watch over it get their answers`() async throws {
    try await InProcessService().run { client in
      #expect(try await client.get("/health/").json?["status"] as? String == "ok")
      #expect(try await client.get("/alive/").status == 200)
      _ = try PrometheusPage(try await client.get("/metrics/").text)
    }
  }
}
