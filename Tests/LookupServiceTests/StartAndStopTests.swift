import Foundation
import TestSupport
import Testing

/// How the built `tallyd` starts, refuses to, and ends.
struct StartAndStopTests {
  private let tally: Tally

  init() throws {
    tally = try Tally()
    try SmallLedger.make(at: tally.folder.path("ledger.sqlite"))
  }

  /// A start that must end by itself.
  private func run(_ arguments: String...) throws -> Program.Result {
    try RunningService.program.run(
      arguments, environment: tally.environment, in: tally.folder.path)
  }

  @Test func `it says where it serves, once it does`() throws {
    let service = try RunningService(tally)
    #expect(service.greeting.hasPrefix("Serving "))
    #expect(service.greeting.hasSuffix(" at http://127.0.0.1:\(service.port)/"))
    #expect(service.greeting.contains("ledger.sqlite"))
    #expect(try service.connection().get("/alive/").status == 200)
    #expect(service.stop() == 0)
    #expect(throws: HTTPFailure.refused(errno: ECONNREFUSED)) { try service.connection() }
  }

  @Test func `SIGINT and SIGTERM end it with status 0, also with connections that idle`() throws {
    for signal in [SIGINT, SIGTERM] {
      let service = try RunningService(tally)
      let idle = try (0..<5).map { _ in try service.connection() }
      for client in idle { #expect(try client.get("/alive/").status == 200) }
      kill(service.processID, signal)
      #expect(service.waitForEnd() == 0)
    }
  }

  @Test func `SIGTERM under load keeps every event that was acknowledged`() throws {
    let service = try RunningService(tally)
    let (port, processID) = (service.port, service.processID)
    let acknowledged = Acknowledged()
    _ = try Threads.run(5) { thread in
      guard thread > 0 else {
        acknowledged.wait(for: 60)
        return kill(processID, SIGTERM)
      }
      try EventSender(device: "d\(thread)", port: port).send(1...100_000, into: acknowledged)
      return 0
    }
    #expect(service.waitForEnd() == 0)
    let kept = try EventsOnDisk(tally)
    #expect(acknowledged.all.count >= 60)
    #expect(acknowledged.all.isSubset(of: kept.ids))
    #expect(kept.ids.count == kept.count, "each once")
  }

  @Test func `a port that is taken is named`() throws {
    let service = try RunningService(tally)
    let second = try run("--listen", "127.0.0.1:\(service.port)")
    #expect(second.status == 2)
    #expect(second.errors.contains("127.0.0.1:\(service.port)"))
    #expect(second.errors.contains("--listen"))
    #expect(second.output.isEmpty)
    #expect(try service.connection().get("/alive/").status == 200)
  }

  @Test(
    arguments: [
      (["--ledger", "nowhere.sqlite"], 2, "nowhere.sqlite"),
      (["--ledger", "text.csv"], 2, "not a ledger"), (["--ledger", "."], 2, "."),
      (["--ledger", "postgres://localhost/x"], 2, "postgres://localhost/x"),
      (["--listen", "0.0.0.0:80"], 2, "0.0.0.0:80"), (["--listen", "[::]:80"], 2, "[::]:80"),
      (["--listen", "192.168.1.4:8080"], 2, "127.0.0.1"),
      (["--listen", "example.org:80"], 2, "127.0.0.1"),
      (["--listen", "127.0.0.1"], 2, "127.0.0.1:8080"), (["--listen", "127.0.0.1:x"], 2, "8080"),
      (["--listen", "127.0.0.1:65536"], 2, "65536"), (["--listen", ""], 2, "8080"),
      (["--log-level", "loud"], 64, "loud"), (["--nothing"], 64, "--nothing"),
      (["serve"], 64, "serve"),
    ] as [([String], Int32, String)])
  func `a start that can't be is refused, with what is wrong`(
    _ arguments: [String], _ status: Int32, _ says: String
  ) throws {
    try tally.folder.write("text.csv", "tag,name\nAST-1,Lamp\n")
    let result = try RunningService.program.run(
      arguments, environment: tally.environment, in: tally.folder.path)
    #expect(result.status == status, "\(result.errors)")
    #expect(result.errors.contains(says), "\(result.errors)")
    #expect(result.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: tally.folder.path("nowhere.sqlite")))
  }

  @Test func `the help shows how it is started`() throws {
    for flag in ["--help", "-h"] {
      let help = try run(flag)
      #expect(help.status == 0)
      for word in ["--ledger", "--listen", "--as", "--log-level", "tallyd --ledger", "curl"] {
        #expect(help.output.contains(word), "\(word)")
      }
    }
  }
}
