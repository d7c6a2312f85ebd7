import Foundation
import TestSupport
import Testing

/// `POST /api/v1/lookups/assets/`, over a socket.
struct ManyLookupsTests {
  private let served: ServedLedger

  init() throws { served = try ServedLedger() }

  private func post(_ codes: [String]) throws -> HTTPAnswer {
    let body = try JSONSerialization.data(withJSONObject: ["barcodes": codes])
    return try served.client.post(
      "/api/v1/lookups/assets/", String(decoding: body, as: UTF8.self))
  }

  @Test func `answers stand in the order of the codes, each as if it were asked alone`() throws {
    let codes = ["TWIN", "nothing", "AST-000001", "TWIN", "HQ/1", "A B", "Ä😀-1", "\u{0}\u{1F}\""]
    let answer = try post(codes)
    #expect(answer.status == 200)
    let results = try #require(answer.json?["results"] as? [[String: Any]])
    #expect(answer.json?["count"] as? Int == codes.count)
    #expect(results.count == codes.count)
    for (code, result) in zip(codes, results) {
      let encoded = try #require(code.addingPercentEncoding(withAllowedCharacters: .alphanumerics))
      let alone = try #require(try served.lookup(encoded).json)
      #expect(result as NSDictionary == alone as NSDictionary)
      #expect((result["code"] as? [String: Any])?["raw"] as? String == code)
    }
  }

  @Test func `1,000 codes are answered, 1,001 are refused`() throws {
    let codes = (0..<1000).map { $0 % 10 == 0 ? "AST-000001" : "none-\($0)" }
    let answer = try post(codes)
    let results = try #require(answer.json?["results"] as? [[String: Any]])
    #expect(results.compactMap { ($0["code"] as? [String: Any])?["raw"] as? String } == codes)
    #expect(results.count { $0["match"] as? String == "one" } == 100)
    let tooMany = try post(codes + ["one more"])
    tooMany.expectProblem(400, "lookup.too-many")
    #expect(tooMany.problemParts == ["/barcodes": "lookup.too-many"])
    #expect(try post([]).json?["count"] as? Int == 0)
  }

  @Test(arguments: [
    (#"{"barcodes":["A",""]}"#, "/barcodes/1", "lookup.empty"),
    (#"{"barcodes":["A",1]}"#, "/barcodes/1", "request.body"),
    (#"{"barcodes":"A"}"#, "/barcodes", "request.body"), (#"{}"#, "/barcodes", "request.body"),
    (#"{"barcodes":null}"#, "/barcodes", "request.body"), ("[]", "", "request.body"),
    ("", "", "request.body"), (#"{"barcodes":["A""#, "", "request.body"),
  ])
  func `a body that isn't that is refused, and the place named`(
    _ body: String, _ pointer: String, _ code: String
  ) throws {
    let answer = try served.client.post("/api/v1/lookups/assets/", body)
    answer.expectProblem(400, code)
    #expect(answer.problemParts == [pointer: code])
  }

  @Test func `a code that no symbol holds is refused`() throws {
    let answer = try post(["A", String(repeating: "9", count: 10_001)])
    answer.expectProblem(400, "lookup.too-long")
    #expect(answer.problemParts == ["/barcodes/1": "lookup.too-long"])
    #expect(try post([String(repeating: "9", count: 10_000)]).status == 200)
  }

  @Test(arguments: ["text/plain", "application/x-www-form-urlencoded", "application/jsonx", nil])
  func `another media type is refused`(_ type: String?) throws {
    try served.client.post("/api/v1/lookups/assets/", #"{"barcodes":["A"]}"#, type: type)
      .expectProblem(415, "request.media-type")
  }

  @Test func `parameters of the media type don't matter`() throws {
    let answer = try served.client.post(
      "/api/v1/lookups/assets/", #"{"barcodes":["TWIN"]}"#, type: "Application/JSON; charset=utf-8")
    #expect(answer.status == 200)
  }

  @Test func `a body over the limit is refused, announced or in chunks`() throws {
    let big = [UInt8](repeating: UInt8(ascii: " "), count: (1 << 20) + 1)
    try served.service.connection()
      .request(
        "POST", "/api/v1/lookups/assets/", ["Content-Type": "application/json"], body: big
      ).expectProblem(413, "request.too-large")
    let chunked = try served.service.connection()
    try chunked.send(
      Array(
        """
        POST /api/v1/lookups/assets/ HTTP/1.1\r
        Host: localhost\r
        Content-Type: application/json\r
        Transfer-Encoding: chunked\r
        \r
        \(String(big.count, radix: 16))\r\n
        """.utf8) + big + Array("\r\n0\r\n\r\n".utf8))
    try chunked.receive().expectProblem(413, "request.too-large")
    #expect(try served.lookup("TWIN").status == 200, "others are served as before")
  }
}
