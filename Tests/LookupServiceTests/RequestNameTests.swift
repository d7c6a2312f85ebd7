import Foundation
import TestSupport
import Testing

/// The names of requests, which go into answers, problems and the log.
struct RequestNameTests {
  private let served: ServedLedger

  init() throws { served = try ServedLedger() }

  @Test func `a request id of the client's is kept`() throws {
    for name in ["7", "order-17_b.c", String(repeating: "x", count: 128), UUID().uuidString] {
      let fine = try served.client.get("/alive/", ["X-Request-ID": name])
      #expect(fine["X-Request-ID"] == name)
      let problem = try served.client.get("/api/v1/lookups/assets/", ["X-Request-ID": name])
      problem.expectProblem(400, "request.parameter")
      #expect(problem["X-Request-ID"] == name)
    }
  }

  @Test(arguments: [
    "", "two words", "<script>", "a\"b", "a,b", "ümlaut", "\u{1B}[31mred", "{}",
    String(repeating: "x", count: 129), "a%0Ab",
  ])
  func `a hostile request id is replaced by one of ours`(_ name: String) throws {
    let connection = try served.service.connection()
    let answer = try connection.get("/nothing", ["X-Request-ID": name])
    // A control character is no header at all: the framework refuses the request.
    guard answer.status == 404 else {
      #expect(answer.status == 400)
      return #expect(name.unicodeScalars.contains { $0.value < 0x20 })
    }
    answer.expectProblem(404, "request.path")
    let given = try #require(answer["X-Request-ID"])
    #expect(given != name && !given.isEmpty)
    #expect(!answer.text.contains("<script>"))
  }

  @Test func `requests without an id get different ones`() throws {
    let names = try (0..<50).map { _ in
      try #require(try served.client.get("/alive/")["X-Request-ID"])
    }
    #expect(Set(names).count == 50)
  }
}
