import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

/// kill -9 at random moments, while two programs write into one ledger.
struct KilledLedgerTests {
  /// So many are killed; those that end before their moment comes don't count.
  private static let kills = 200

  @Test(arguments: [UInt64(6962)])
  func `what was acknowledged is kept once, and retries add nothing`(_ seed: UInt64) throws {
    let ledger = try MixedLedger()
    let acknowledged = Mutex<Set<Int>>([])
    let killed = Atomic(0)
    let started = Atomic(0)
    let faults = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 2) { thread in
      var random = RandomSource(seed: seed + UInt64(thread))
      do {
        while killed.load(ordering: .relaxed) < Self.kills {
          let number = started.add(1, ordering: .relaxed).newValue
          let moment = Int.random(in: 0...ledger.patience, using: &random)
          switch try ledger.run(number, killedAfter: moment) {
          case nil: killed.add(1, ordering: .relaxed)
          case 0?: acknowledged.withLock { _ = $0.insert(number) }
          case let status?: faults.withLock { $0.append("step \(number): status \(status)") }
          }
        }
      } catch {
        faults.withLock { $0.append("\(error)") }
      }
    }
    #expect(faults.withLock { $0 } == [], "seed \(seed)")
    let steps = started.load(ordering: .relaxed)
    try #require(acknowledged.withLock { $0.count } > 10, "seed \(seed)")

    let verified = try ledger.tally("ledger", "verify")
    #expect(verified.status == 0, "seed \(seed): \(verified.output)")
    let kept = try ledger.counts()
    let told = acknowledged.withLock { $0 }
    #expect(kept.isBetween(MixedLedger.total(told), MixedLedger.total(1...steps)), "seed \(seed)")
    for number in told { try ledger.expectNothingNew(number, "seed \(seed)") }
    #expect(try ledger.counts() == kept, "seed \(seed): nothing acknowledged was missing")
    for number in 1...steps { #expect(try ledger.run(number, killedAfter: nil) == 0) }
    #expect(try ledger.counts() == MixedLedger.total(1...steps), "seed \(seed)")
    #expect(try ledger.tally("ledger", "verify").status == 0, "seed \(seed)")
  }
}

/// A ledger that is written by steps of three kinds; each step is one program, and one transaction.
private final class MixedLedger: Sendable {
  private let place: Mutex<Tally>
  private let folder: String
  private let environment: [String: String]
  /// How long a step takes undisturbed, in microseconds, and a little more.
  let patience: Int

  struct Counts: Equatable {
    var events = 0
    var assets = 0
    var entries = 0

    func isBetween(_ low: Counts, _ high: Counts) -> Bool {
      (low.events...high.events).contains(events) && (low.assets...high.assets).contains(assets)
        && (low.entries...high.entries).contains(entries)
    }
  }

  private static let rows = 20
  /// Location, first asset and stocktake.
  private static let before = Counts(events: 0, assets: 1, entries: 3)

  init() throws {
    let tally = try Tally()
    folder = tally.folder.path
    environment = tally.environment
    try tally.folder.write("first.csv", "tag,location\nFIRST,HQ\n")
    try tally.folder.write(
      "tag.yaml",
      """
      name: tag
      size: [30, 12]
      file: "{n:06}"
      elements:
        - qr-code: "SP-{n:06}"
          at: [2, 2]
          size: 8
      """)
    try #require(try tally("asset", "import", "first.csv").status == 0)
    try #require(try tally("stocktake", "open", "Count", "--scope", "HQ").status == 0)
    let start = Date()
    for _ in 0..<3 { try #require(try tally("ledger", "info").status == 0) }
    patience = Int(Date().timeIntervalSince(start) / 3 * 1_000_000 * 2)
    place = Mutex(tally)
  }

  func tally(_ arguments: String...) throws -> Program.Result {
    try Tally.program.run(arguments, environment: environment, in: folder)
  }

  /// Runs a step; nil where it was killed before its end, else its status.
  func run(_ number: Int, killedAfter microseconds: Int?) throws -> Int32? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tally.program.path)
    process.arguments = try arguments(of: number)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    if let microseconds {
      usleep(UInt32(microseconds))
      if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : nil
  }

  private func arguments(of number: Int) throws -> [String] {
    switch number % 3 {
    case 0:
      let lines = (0..<Self.rows).map { row in
        #"{"client_event_id":"e-\#(number)-\#(row)","device_id":"d","device_seq":\#(number),"#
          + #""occurred_at":1795255200000,"kind":"scan","code":"FIRST","location":"HQ"}"#
      }
      let file = try write("\(number).ndjson", lines)
      return ["stocktake", "record", "Count", "--file", file, "--format", "ndjson"]
    case 1:
      let file = try write(
        "\(number).csv", ["tag,name"] + (0..<Self.rows).map { "A-\(number)-\($0),Thing" })
      return ["asset", "import", file, "--format", "ndjson"]
    default:
      return [
        "label", "render", "--template", "tag.yaml", "--serial-from", "\(number * Self.rows)",
        "--count", "\(Self.rows)", "--out", "labels-\(number)", "--ledger", "ledger.sqlite",
      ]
    }
  }

  private func write(_ name: String, _ lines: [String]) throws -> String {
    let text = lines.joined(separator: "\n") + "\n"
    try text.write(toFile: folder + "/" + name, atomically: true, encoding: .utf8)
    return name
  }

  /// What the ledger holds after some steps.
  static func total(_ steps: some Sequence<Int>) -> Counts {
    steps.reduce(into: before) { counts, number in
      counts.entries += rows
      if number % 3 == 0 { counts.events += rows }
      if number % 3 == 1 { counts.assets += rows }
    }
  }

  func counts() throws -> Counts {
    let info = try tally("ledger", "info", "--format", "ndjson").object
    return Counts(
      events: try #require(info["scan_events"] as? Int),
      assets: try #require(info["assets"] as? Int),
      entries: try #require(info["entries"] as? Int))
  }

  /// Runs a step again that was acknowledged.
  func expectNothingNew(_ number: Int, _ comment: Comment) throws {
    let again = try Tally.program.run(
      arguments(of: number), environment: environment, in: folder)
    #expect(again.status == 0, comment)
    switch number % 3 {
    case 0: #expect(again.object["duplicates"] as? Int == Self.rows, comment)
    case 1: #expect(again.object["unchanged"] as? Int == Self.rows, comment)
    default: break
    }
  }
}
