import Foundation

/// The built `tallyd`, started on a ledger and a free port of its own.
public final class RunningService {
  public static let program = Program.built("tallyd")
  public let port: Int
  /// What it said on standard output once it took connections.
  public let greeting: String
  private let process: Process
  private let log: String

  /// Starts it on the ledger of `tally` and waits until it takes connections.
  public init(_ tally: Tally, _ arguments: String...) throws {
    let log = try tally.folder.write("tallyd-\(UUID().uuidString).log", "")
    let output = Pipe()
    process = Process()
    process.executableURL = URL(fileURLWithPath: Self.program.path)
    process.arguments =
      ["--ledger", tally.ledger, "--listen", "127.0.0.1:0"] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(tally.environment) { $1 }
    process.currentDirectoryURL = URL(fileURLWithPath: tally.folder.path)
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    process.standardError = FileHandle(forWritingAtPath: log)
    try process.run()
    self.log = log
    greeting = Self.firstLine(of: output.fileHandleForReading)
    let ending = greeting.split(separator: ":").last?.split(separator: "/").first
    guard let port = ending.flatMap({ Int($0) }) else {
      throw NotStarted(log: try String(contentsOfFile: log, encoding: .utf8))
    }
    self.port = port
  }

  deinit {
    guard process.isRunning else { return }
    killAtOnce()
  }

  public struct NotStarted: Error { public let log: String }

  public func connection() throws -> HTTPClient { try HTTPClient(port: port) }

  public func url(_ path: String) -> String { "http://127.0.0.1:\(port)\(path)" }

  public var processID: Int32 { process.processIdentifier }

  /// Asks it to stop (SIGTERM), waits, and returns its exit status; nil where a signal ended it.
  public func stop() -> Int32? {
    kill(processID, SIGTERM)
    return waitForEnd()
  }

  /// Ends it at once (SIGKILL).
  public func killAtOnce() {
    kill(processID, SIGKILL)
    _ = waitForEnd()
  }

  /// Its exit status; nil where a signal ended it.
  public func waitForEnd() -> Int32? {
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : nil
  }

  /// What it wrote into its log so far.
  public func logText() throws -> String { try String(contentsOfFile: log, encoding: .utf8) }

  private static func firstLine(of handle: FileHandle) -> String {
    var bytes = Data()
    while !bytes.contains(UInt8(ascii: "\n")) {
      let more = handle.availableData
      if more.isEmpty { break }
      bytes += more
    }
    return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .newlines)
  }
}
