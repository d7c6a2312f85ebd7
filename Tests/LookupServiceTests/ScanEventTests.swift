import Foundation
import TestSupport
import Testing

/// `POST /api/v1/scan-events/`, over a socket.
struct ScanEventTests {
  private let served: ServedLedger

  init() throws { served = try ServedLedger() }

  private func outcome(of tag: String) throws -> [String: Any] {
    let lines = try served.report().object["lines"] as? [[String: Any]] ?? []
    return try #require(lines.first { $0["asset"] as? String == tag })
  }

  private func eventCount() throws -> Int? {
    try served.tally("ledger", "info", "--format", "json").object["scan_events"] as? Int
  }

  @Test func `an event is taken once: 201, then 200, and the report of tally has it`() throws {
    #expect(try outcome(of: "AST-000001")["outcome"] as? String == "not-counted")
    let first = try served.record(ScanJSON("e1"))
    #expect(first.status == 201)
    #expect(first.json?["client_event_id"] as? String == "e1")
    #expect(first.json?["inventory_session"] as? Int == 1)
    #expect(first.json?["duplicate"] as? Bool == false)
    let again = try served.record(ScanJSON("e1"))
    #expect(again.status == 200)
    #expect(again.json?["duplicate"] as? Bool == true)
    #expect(try served.record(ScanJSON("e1", seq: 9)).status == 200, "a new number is no new event")
    #expect(try outcome(of: "AST-000001")["outcome"] as? String == "found")
    #expect(try eventCount() == 1)
  }

  @Test func `other words under the same id are a conflict, and the first stays`() throws {
    #expect(try served.record(ScanJSON("e1")).status == 201)
    let other = try served.record(ScanJSON("e1", "AST-000002"))
    other.expectProblem(409, "event.conflict")
    #expect((other.json?["detail"] as? String)?.contains("AST-000001") == true)
    #expect(try outcome(of: "AST-000002")["outcome"] as? String == "not-counted")
    #expect(try eventCount() == 1)
  }

  @Test(
    arguments: [
      ("client_event_id", nil, "/client_event_id"), ("device_id", nil, "/device_id"),
      ("device_id", 7, "/device_id"), ("device_seq", "1", "/device_seq"),
      ("device_seq", -1, "/device_seq"), ("occurred_at", "yesterday", "/occurred_at"),
      ("occurred_at", nil, "/occurred_at"), ("kind", "scam", "/kind"), ("code", nil, "/code"),
      ("quantity", 1.5, "/quantity"), ("evidence", "none", "/evidence"),
      ("inventory_session", true, "/inventory_session"),
    ] as [(String, (any Sendable)?, String)])
  func `what is wrong in an event is named by its place`(
    _ member: String, _ value: (any Sendable)?, _ pointer: String
  ) throws {
    let answer = try served.record(ScanJSON("e1").with(member, value))
    answer.expectProblem(400, "request.body")
    #expect(answer.problemParts.keys.sorted() == [pointer], "\(answer.text)")
    guard pointer != "/code" else { return }  // is the problem's own code there
    #expect(answer.json?[String(pointer.dropFirst())] is [String], "beside the field, too")
    #expect(try eventCount() == 0)
  }

  @Test(
    arguments: [
      ("round", 0, "event.malformed"), ("code", "", "event.malformed"),
      ("client_event_id", "", "event.malformed"), ("device_id", "", "event.malformed"),
      ("location", "HQ/9", "location.unknown"),
      ("code", String(repeating: "9", count: 10_001), "event.malformed"),
    ] as [(String, any Sendable, String)])
  func `an event that can mean nothing is refused`(
    _ member: String, _ value: any Sendable, _ code: String
  ) throws {
    let answer = try served.record(ScanJSON("e1").with(member, value))
    answer.expectProblem(400, code)
    #expect(try eventCount() == 0)
  }

  @Test func `no JSON, another media type, too large`() throws {
    func post(_ body: String, _ type: String? = "application/json") throws -> HTTPAnswer {
      try served.service.connection().post("/api/v1/scan-events/", body, type: type)
    }
    for body in ["", "{", "[]", "null", "\"x\"", "\u{0}", "{\"client_event_id\":\"x\""] {
      let answer = try post(body)
      answer.expectProblem(400, "request.body")
    }
    try post(ScanJSON("e1").text, "text/plain").expectProblem(415, "request.media-type")
    try post(ScanJSON("e1").text, nil).expectProblem(415, "request.media-type")
    let big = ScanJSON("e1").with("symbology", String(repeating: "x", count: 1 << 20)).text
    try post(big).expectProblem(413, "request.too-large")
    #expect(try eventCount() == 0)
  }

  @Test func `a stocktake that is closed takes nothing, one that isn't there is named`() throws {
    let closed = try served.record(ScanJSON("e1").with("inventory_session", "Done"))
    closed.expectProblem(409, "stocktake.state")
    #expect((closed.json?["detail"] as? String)?.contains("“review”") == true)
    for unknown in ["Cuont", "99", ""] as [String] {
      let answer = try served.record(ScanJSON("e1").with("inventory_session", unknown))
      answer.expectProblem(400, "stocktake.unknown")
      #expect(answer.problemParts == ["/inventory_session": "stocktake.unknown"])
    }
    #expect(try eventCount() == 0)
  }

  @Test func `a stocktake is named by its name, number or id, or is the only open one`() throws {
    let id = try served.stocktakeID()
    let names: [(any Sendable)?] = ["Count", "count", 1, "1", id, nil]
    for (index, name) in names.enumerated() {
      let answer = try served.record(ScanJSON("e\(index)").with("inventory_session", name))
      #expect(answer.status == 201, "\(String(describing: name)): \(answer.text)")
      #expect(answer.json?["inventory_session"] as? Int == 1)
    }
    try served.tally.expect("stocktake", "open", "Second", "--scope", "HQ/2")
    let either = try served.record(ScanJSON("f").with("inventory_session", nil))
    either.expectProblem(400, "event.session")
    try served.tally.expect("stocktake", "close", "Second")
    try served.tally.expect("stocktake", "close", "Count")
    try served.record(ScanJSON("f").with("inventory_session", nil))
      .expectProblem(400, "event.session")
  }

  @Test func `locations, done and void are events, too`() throws {
    let place = ScanJSON("l1").with("kind", "location").with("code", nil)
    let bare = ScanJSON("s1", seq: 2).with("location", nil)
    let done = ScanJSON("x1", seq: 3).with("kind", "done").with("code", nil)
    for event in [place, bare, done] { #expect(try served.record(event).status == 201) }
    #expect(try outcome(of: "AST-000001")["outcome"] as? String == "found")
    #expect(try outcome(of: "AST-000002")["outcome"] as? String == "missing")
    let void = ScanJSON("v1", seq: 4).with("kind", "void").with("code", nil).with("void", "s1")
      .with("location", nil)
    #expect(try served.record(void).status == 201)
    #expect(try outcome(of: "AST-000001")["outcome"] as? String == "missing")
  }

  @Test func `an event of the service and its export by tally are the same event`() throws {
    let event = ScanJSON("e1").with("raw_value", "AST-000001").with("code", nil)
    #expect(try served.record(event).status == 201)
    let file = try served.tally.folder.write("e.ndjson", ScanJSON("e1").text + "\n")
    let result = try served.tally("stocktake", "record", "Count", "--file", file)
    #expect(result.status == 0, "\(result.errors)")
    #expect(try eventCount() == 1)
  }

  @Test func `devices that send at once lose nothing`() throws {
    let port = served.service.port
    let statuses = try Threads.run(4) { thread in
      let client = try HTTPClient(port: port)
      return try (0..<50).map { index in
        try client.post(
          "/api/v1/scan-events/", ScanJSON("\(thread)-\(index)", device: "d\(thread)").text
        ).status
      }
    }
    #expect(statuses.joined().allSatisfy { $0 == 201 })
    #expect(try eventCount() == 200)
  }
}

extension Tally {
  /// Runs a step that must succeed.
  func expect(_ arguments: String...) throws {
    let result = try run(arguments)
    try #require(result.status == 0, "\(arguments): \(result.errors)")
  }
}
