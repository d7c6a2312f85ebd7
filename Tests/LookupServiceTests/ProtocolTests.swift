import Foundation
import TestSupport
import Testing

/// What holds for every address: methods, paths, headers, and what is no HTTP.
struct ProtocolTests {
  private let served: ServedLedger

  init() throws { served = try ServedLedger() }

  static let addresses = [
    ("/api/v1/lookups/assets/", "GET, POST, HEAD"), ("/api/v1/scan-events/", "POST"),
    ("/api/v1/inventory-sessions/1/report.json", "GET, HEAD"),
    ("/api/v1/inventory-sessions/1/report.html", "GET, HEAD"), ("/health/", "GET, HEAD"),
    ("/alive/", "GET, HEAD"), ("/metrics/", "GET, HEAD"),
  ]

  @Test(arguments: addresses)
  func `a method that an address doesn't take is refused with those that it does`(
    _ path: String, _ allow: String
  ) throws {
    for method in ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]
    where !allow.contains(method) {
      let answer = try served.client.request(method, path, [:], body: [])
      #expect(answer.status == 405, "\(method)")
      #expect(answer["Allow"] == allow, "\(method)")
      guard method != "HEAD" else { continue }
      answer.expectProblem(405, "request.method")
    }
  }

  @Test(arguments: [
    "/nothing", "/api", "/api/v1", "/api/v1/lookups", "/api/v1/lookups/assets/AST-1/x",
    "/api/v2/lookups/assets/", "/health/more", "/%00", "/..%2f..%2fetc%2fpasswd",
    "/../../etc/passwd", "/static/../../etc/passwd", "/static/%2e%2e/style.css",
  ])
  func `an address where nothing is is a problem`(_ path: String) throws {
    let answer = try served.client.get(path)
    #expect(answer.status == 404, "\(answer.text)")
    #expect(answer["X-Request-ID"] != nil)
    let head = try served.client.request("HEAD", path)
    #expect(head.status == 404)
    #expect(try served.client.get(path).status == 404, "the connection is in step")
  }

  @Test(arguments: [
    "/alive/", "/health/", "/metrics/", "/api/v1/lookups/assets/?barcode=TWIN",
    "/api/v1/inventory-sessions/1/report.html", "/", "/assets/none", "/nothing",
    "/api/v1/lookups/assets/?barcode=%FF", "/api/v1/inventory-sessions/99/report.html",
  ])
  func `HEAD says what GET would, without the body`(_ target: String) throws {
    let head = try served.client.request("HEAD", target)
    let get = try served.client.get(target)
    #expect(head.status == get.status)
    #expect(head["Content-Type"] == get["Content-Type"])
    // Problems name the request and metrics grow, so their lengths may differ.
    if get.status == 200, target != "/metrics/" {
      #expect(head["Content-Length"] == get["Content-Length"])
    }
    #expect(head.body.isEmpty)
    #expect(try served.client.get("/alive/").status == 200, "the connection is in step")
  }

  @Test(arguments: [
    "/alive/", "/metrics/", "/", "/nothing", "/api/v1/lookups/assets/?barcode=TWIN",
    "/api/v1/lookups/assets/?barcode=%FF", "/api/v1/inventory-sessions/1/report.html",
  ])
  func `every answer carries the headers that protect it`(_ target: String) throws {
    let answer = try served.client.get(target)
    #expect(answer["X-Content-Type-Options"] == "nosniff")
    let policy = try #require(answer["Content-Security-Policy"])
    #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
    #expect(answer["Server"]?.contains(where: \.isNumber) != true, "no version")
    #expect(answer["Access-Control-Allow-Origin"] == nil)
    #expect(answer["Cache-Control"] != nil || target == "/nothing")
  }

  // MARK: What is no HTTP

  @Test(arguments: [
    "GET\r\n\r\n", "\u{0}\u{1}\u{2}\r\n\r\n", "GET / HTTP/1.1\r\nNo colon\r\n\r\n",
    "GET /\u{1} HTTP/1.1\r\nHost: localhost\r\n\r\n",
    "GET / HTTP/9.9\r\nHost: localhost\r\n\r\n",
    "POST /api/v1/scan-events/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
    "POST /api/v1/scan-events/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n"
      + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: localhost\r\nX: " + String(repeating: "x", count: 200_000)
      + "\r\n\r\n",
  ])
  func `what is no HTTP is refused, and others are served as before`(_ text: String) throws {
    let connection = try served.service.connection()
    try? connection.send(Array(text.utf8))
    do {
      let answer = try connection.receive()
      #expect((400..<500).contains(answer.status) || answer.status == 505, "\(answer.status)")
    } catch let failure as HTTPFailure {
      #expect(failure == .closed)
    }
    #expect(try served.client.get("/alive/").status == 200)
  }

  @Test func `requests that come in one piece are answered in their order`() throws {
    let codes = ["TWIN", "AST-000001", "none"]
    let requests = codes.map {
      "GET /api/v1/lookups/assets/?barcode=\($0) HTTP/1.1\r\nHost: localhost\r\n\r\n"
    }
    try served.client.send(Array(requests.joined().utf8))
    for code in codes {
      let json = try #require(try served.client.receive().json)
      #expect((json["code"] as? [String: Any])?["raw"] as? String == code)
    }
  }

  @Test func `a client that goes away in the middle of a request harms nobody`() throws {
    for cut in [1, 20, 60, 110] {
      let request = Array(
        ("POST /api/v1/scan-events/ HTTP/1.1\r\nHost: localhost\r\n"
          + "Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"client_event_id\":")
          .utf8)
      try served.service.connection().send(Array(request.prefix(cut)))
    }
    #expect(try served.client.get("/health/").status == 200)
  }
}
