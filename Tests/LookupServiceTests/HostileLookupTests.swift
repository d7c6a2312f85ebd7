import Foundation
import TestSupport
import Testing

/// 10,000 lookups of codes that nobody would want: always a true answer.
struct HostileLookupTests {
  @Test func `10,000 hostile codes get no 500 from the router`() async throws {
    let codes = HostileCodes.many
    try await InProcessService().run { client in
      for code in codes {
        let answer = try await client.get("/api/v1/lookups/assets/?barcode=\(code)")
        try answer.expectLookupOrProblem(code)
      }
    }
  }

  @Test func `10,000 hostile codes get no 500 from the built program`() throws {
    let served = try ServedLedger()
    var statuses: [Int: Int] = [:]
    for code in HostileCodes.many {
      let answer = try served.lookup(PercentText.sendable(code))
      try answer.expectLookupOrProblem(code)
      statuses[answer.status, default: 0] += 1
    }
    #expect(statuses.keys.sorted() == [200, 400])
    #expect(statuses.values.allSatisfy { $0 > 500 }, "\(statuses): both kinds were tried")
    let page = try PrometheusPage(served.client.get("/metrics/").text)
    let failures = page.samples.filter { $0.labels["status"]?.hasPrefix("5") == true }
    #expect(failures.isEmpty)
    #expect(served.service.stop() == 0)
    for line in try served.service.logText().split(separator: "\n") {
      let json = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      #expect(json?["level"] as? String == "info", "\(line)")
    }
  }

  @Test func `hostile codes in a body are answered one by one`() throws {
    let served = try ServedLedger()
    let codes = HostileCodes.many.compactMap(\.removingPercentEncoding)
      .filter { !$0.isEmpty && $0.utf8.count <= 10_000 }
    #expect(codes.count > 1000)
    for start in stride(from: 0, to: codes.count, by: 250) {
      let part = Array(codes[start..<min(start + 250, codes.count)])
      let body = try JSONSerialization.data(withJSONObject: ["barcodes": part])
      let answer = try served.client.post(
        "/api/v1/lookups/assets/", String(decoding: body, as: UTF8.self))
      #expect(answer.status == 200)
      let results = try #require(answer.json?["results"] as? [[String: Any]])
      let raw = results.compactMap { ($0["code"] as? [String: Any])?["raw"] as? String }
      #expect(raw.map { Array($0.utf8) } == part.map { Array($0.utf8) })
    }
  }
}

extension HostileCodes {
  fileprivate static let many: [String] = {
    var codes = HostileCodes(seed: 7)
    return codes.encoded(10_000)
  }()
}

extension PercentText {
  /// As it can stand in a request line: what no client would send raw is escaped.
  fileprivate static func sendable(_ code: String) -> String {
    code.utf8.map { byte in
      (0x21...0x7E).contains(byte) && !Array("\"<>\\^`{|}#".utf8).contains(byte)
        ? String(UnicodeScalar(byte)) : escape(byte)
    }.joined()
  }
}

extension HTTPAnswer {
  /// Expects an answer to a lookup, or a problem of the client's, in JSON either way.
  fileprivate func expectLookupOrProblem(_ code: String) throws {
    let json = try #require(json, "\(code): \(text)")
    guard status == 200 else {
      #expect(status == 400, "\(code)")
      #expect(isProblem && json["code"] is String, "\(code)")
      return
    }
    #expect(["one", "many", "none"].contains(json["match"] as? String), "\(code)")
    let raw = (json["code"] as? [String: Any])?["raw"] as? String
    let sent = code.replacing("+", with: "%20").removingPercentEncoding
    #expect(raw.map { Array($0.utf8) } == sent.map { Array($0.utf8) }, "\(code)")
  }
}
