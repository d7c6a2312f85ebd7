import Foundation
import TestSupport
import Testing

/// kill -9 of `tallyd` under load.
@Suite(.onEachEngine) struct KilledServiceTests {
  private static let rounds = 20
  private static let devices = 3

  @Test(.enabled(if: Program.tool("python3") != nil, "python3 is not installed"))
  func `kill -9 loses nothing that was acknowledged, and what is sent again comes once`() throws {
    let tally = try Tally.onEngine()
    try SmallLedger.make(at: tally.ledger)
    var random = RandomSource(seed: 20)
    var next = [Int](repeating: 1, count: Self.devices)
    var acknowledged = Set<String>()
    for round in 1...Self.rounds {
      let service = try RunningService(tally)
      let load = Int.random(in: 3...60, using: &random)
      let taken = Acknowledged()
      next = try Self.sendAndKill(service, after: load, from: next, into: taken)
      acknowledged.formUnion(taken.all)
      let kept = try EventsOnDisk(tally)
      #expect(acknowledged.isSubset(of: kept.ids), "round \(round)")
      #expect(kept.ids.count == kept.count, "round \(round): each once")
      // What has no answer yet is the one event that each device was sending.
      #expect(kept.ids.subtracting(acknowledged).count <= Self.devices, "round \(round)")
    }
    try Self.expectEachOnce(tally, next)
  }

  /// Sends from all devices at once and kills the service when so many were acknowledged; returns
  /// the number that each device has to send again.
  private static func sendAndKill(
    _ service: RunningService, after load: Int, from next: [Int], into taken: Acknowledged
  ) throws -> [Int] {
    let (port, processID) = (service.port, service.processID)
    let unanswered = try Threads.run(devices + 1) { thread -> Int? in
      guard thread < devices else {
        taken.wait(for: load)
        kill(processID, SIGKILL)
        return nil
      }
      let sender = EventSender(device: "d\(thread)", port: port)
      return try sender.send(next[thread]...1_000_000, into: taken)
    }
    #expect(service.waitForEnd() == nil, "a signal ended it")
    #expect(taken.all.count >= load)
    return try unanswered.prefix(devices).map { try #require($0) }
  }

  /// Sends what has no answer again, to a service that then ends well.
  private static func expectEachOnce(_ tally: Tally, _ next: [Int]) throws {
    let service = try RunningService(tally)
    let last = Acknowledged()
    for (device, number) in next.enumerated() {
      try EventSender(device: "d\(device)", port: service.port).send(number...number, into: last)
    }
    #expect(last.all.count == devices)
    #expect(service.stop() == 0)
    let kept = try EventsOnDisk(tally)
    let sent = next.enumerated().flatMap { device, number in (1...number).map { "d\(device)-\($0)" }
    }
    #expect(kept.ids == Set(sent))
    #expect(kept.count == sent.count)
    let report = try tally("stocktake", "report", "Count", "--format", "json").object
    #expect((report["summary"] as? [String: Any])?["events"] as? Int == sent.count)
  }
}
