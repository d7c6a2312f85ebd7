import Dispatch
import Foundation
import Synchronization
import TestSupport
import Testing

/// kill -9 at random moments, while two programs write into one ledger; on PostgreSQL some of them
/// are of the server.
@Suite(.onEachEngine) struct KilledLedgerTests {
  /// So many are killed; those that end before their moment comes don't count.
  private static let kills = 200

  @Test(arguments: [UInt64(6962)])
  func `what was acknowledged is kept once, and retries add nothing`(_ seed: UInt64) throws {
    let ledger = try MixedLedger()
    let acknowledged = Mutex<Set<Int>>([])
    let killed = Atomic(0)
    let started = Atomic(0)
    try inTwoThreads { thread in
      var random = RandomSource(seed: seed + UInt64(thread))
      while killed.load(ordering: .relaxed) < Self.kills {
        let number = started.add(1, ordering: .relaxed).newValue
        let moment = Int.random(in: 0...ledger.patience, using: &random)
        switch try ledger.run(number, killedAfter: moment) {
        case .killed, .serverKilled:
          killed.add(1, ordering: .relaxed)
          ledger.wait(moreBy: 2)
        case .ended(0):
          acknowledged.withLock { _ = $0.insert(number) }
          ledger.wait(moreBy: -6)
        case .ended(let status): throw Unexpected(arguments: ["step \(number)"], status: status)
        case .serverGone: break
        }
      }
    }
    let steps = started.load(ordering: .relaxed)
    let told = acknowledged.withLock { $0 }
    try #require(told.count > 10, "seed \(seed)")
    try #require(ledger.crashes > 5 || Engine.current == .sqlite, "seed \(seed)")

    let verified = try ledger.tally("ledger", "verify")
    #expect(verified.status == 0, "seed \(seed): \(verified.output)")
    let kept = try ledger.counts()
    #expect(kept.isBetween(MixedLedger.total(told), MixedLedger.total(1...steps)), "seed \(seed)")
    try ledger.repeatSteps(told.sorted(), areKnown: true)
    #expect(try ledger.counts() == kept, "seed \(seed): nothing acknowledged was missing")
    try ledger.repeatSteps((1...steps).filter { !told.contains($0) }, areKnown: false)
    #expect(try ledger.counts() == MixedLedger.total(1...steps), "seed \(seed)")
    #expect(try ledger.tally("ledger", "verify").status == 0, "seed \(seed)")
  }
}

/// A step that ended as it shouldn't have.
private struct Unexpected: Error {
  let arguments: [String]
  let status: Int32
  var errors = ""
}

/// Runs a closure in two threads at once, and throws the first error of any.
private func inTwoThreads(_ body: @Sendable (Int) throws -> Void) throws {
  let faults = Mutex<[any Error]>([])
  DispatchQueue.concurrentPerform(iterations: 2) { thread in
    do { try body(thread) } catch { faults.withLock { $0.append(error) } }
  }
  if let fault = faults.withLock({ $0.first }) { throw fault }
}

/// A ledger that is written by steps of three kinds; each step is one program, and one transaction.
private final class MixedLedger: Sendable {
  private let place: Mutex<Tally>
  private let folder: String
  private let address: String
  private let environment: [String: String]
  /// A server that may be killed; nil where the ledger is a file.
  private let server: PostgresServer?
  /// One more when the server is killed, and one more when it is back.
  private let turns = Atomic(0)
  /// After how many microseconds a step is killed at the latest.
  private let latest = Atomic(0)

  /// What became of a step.
  enum End {
    case ended(Int32)
    case killed
    /// The server was killed in the middle of it.
    case serverKilled
    /// The server was killed by the other thread.
    case serverGone
  }

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
    server = Engine.current == .postgres ? try PostgresServer() : nil
    let tally = try server.map { try Tally.onPostgres($0) } ?? Tally()
    (folder, address) = (tally.folder.path, tally.ledger)
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
    try #require(try tally("ledger", "info").status == 0)
    latest.store(Int(Date().timeIntervalSince(start) * 2_000_000), ordering: .relaxed)
    place = Mutex(tally)
  }

  func tally(_ arguments: String...) throws -> Program.Result {
    try Tally.program.run(arguments, environment: environment, in: folder)
  }

  var patience: Int { latest.load(ordering: .relaxed) }

  /// Follows the machine, whose load changes, so that of four steps three are killed.
  func wait(moreBy percent: Int) { latest.add(patience * percent / 100, ordering: .relaxed) }

  /// How often the server was killed.
  var crashes: Int { turns.load(ordering: .sequentiallyConsistent) / 2 }

  /// Every so many steps it is the server that is killed.
  private static let stepsForACrash = 16

  /// Runs a step, and kills it or the server under it after some time.
  func run(_ number: Int, killedAfter microseconds: Int) throws -> End {
    let turn = turns.load(ordering: .sequentiallyConsistent)
    let process = try start(number)
    usleep(UInt32(microseconds))
    if let server, number % Self.stepsForACrash == 0 {
      try place.withLock { _ in
        turns.add(1, ordering: .sequentiallyConsistent)
        try server.restart()
        turns.add(1, ordering: .sequentiallyConsistent)
      }
    } else if process.isRunning {
      kill(process.processIdentifier, SIGKILL)
    }
    process.waitUntilExit()
    let status = process.terminationReason == .exit ? process.terminationStatus : nil
    if status == 0 { return .ended(0) }
    let isDisturbed = turn % 2 == 1 || turns.load(ordering: .sequentiallyConsistent) != turn
    if number % Self.stepsForACrash == 0, isDisturbed { return .serverKilled }
    guard let status else { return .killed }
    return isDisturbed ? .serverGone : .ended(status)
  }

  private func start(_ number: Int) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Tally.program.path)
    process.arguments = try arguments(of: number)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: folder)
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }

  private func arguments(of number: Int) throws -> [String] {
    switch number % 3 {
    case 0: try recording(of: [number])
    case 1: try importing(of: [number])
    default:
      [
        "label", "render", "--template", "tag.yaml", "--serial-from", "\(number * Self.rows)",
        "--count", "\(Self.rows)", "--out", "labels-\(number)", "--ledger", address,
      ]
    }
  }

  private func recording(of numbers: [Int]) throws -> [String] {
    let lines = numbers.flatMap { number in
      (0..<Self.rows).map { row in
        #"{"client_event_id":"e-\#(number)-\#(row)","device_id":"d","device_seq":\#(number),"#
          + #""occurred_at":1795255200000,"kind":"scan","code":"FIRST","location":"HQ"}"#
      }
    }
    let file = try write("\(numbers[0])-\(numbers.count).ndjson", lines)
    return ["stocktake", "record", "Count", "--file", file, "--format", "ndjson"]
  }

  private func importing(of numbers: [Int]) throws -> [String] {
    let lines = numbers.flatMap { number in
      (0..<Self.rows).map { "A-\(number)-\($0),Thing" }
    }
    let file = try write("\(numbers[0])-\(numbers.count).csv", ["tag,name"] + lines)
    return ["asset", "import", file, "--format", "ndjson"]
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

  /// Brings all that steps brought once more, undisturbed.
  ///
  /// - Parameter areKnown: whether the ledger has to have all of it.
  func repeatSteps(_ numbers: [Int], areKnown: Bool) throws {
    let (events, assets) = (numbers.filter { $0 % 3 == 0 }, numbers.filter { $0 % 3 == 1 })
    try #require(!events.isEmpty && !assets.isEmpty)
    let recorded = try again(recording(of: events))
    let imported = try again(importing(of: assets))
    if areKnown {
      #expect(recorded.object["duplicates"] as? Int == events.count * Self.rows)
      #expect(imported.object["unchanged"] as? Int == assets.count * Self.rows)
    }
    let labels = numbers.filter { $0 % 3 == 2 }
    try inTwoThreads { thread in
      for (index, number) in labels.enumerated() where index % 2 == thread {
        _ = try again(arguments(of: number))
      }
    }
  }

  /// - Throws: where it doesn't end well.
  private func again(_ arguments: [String]) throws -> Program.Result {
    let result = try Tally.program.run(arguments, environment: environment, in: folder)
    guard result.status == 0 else {
      throw Unexpected(arguments: arguments, status: result.status, errors: result.errors)
    }
    return result
  }
}
