import Foundation

/// A program that a test runs: the built `tally`, or a tool of the system as an oracle.
public struct Program: Sendable {
  public let path: String

  public struct Result: Sendable {
    public let status: Int32
    public let output: String
    public let errors: String
    /// Standard output, without the last line end, line by line.
    public var lines: [String] {
      output.isEmpty
        ? []
        : output.split(separator: "\n", omittingEmptySubsequences: false)
          .dropLast(output.hasSuffix("\n") ? 1 : 0).map(String.init)
    }
  }

  public init(path: String) { self.path = path }

  /// A tool on PATH, or nil where it isn't installed.
  public static func tool(_ name: String) -> Program? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin").split(separator: ":")
    let found = folders.map { "\($0)/\(name)" }.first {
      FileManager.default.isExecutableFile(atPath: $0)
    }
    return found.map(Program.init(path:))
  }

  /// A program of this package, beside the test bundle.
  public static func built(_ name: String) -> Program {
    // The test runner's own executable lies in the folder of the products.
    let runner = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = runner.deletingLastPathComponent()
    while folder.path != "/" {
      let candidate = folder.appendingPathComponent(name).path
      if FileManager.default.isExecutableFile(atPath: candidate) { return Program(path: candidate) }
      folder.deleteLastPathComponent()
    }
    return Program(path: name)
  }

  /// Runs to the end; input and outputs of any size are safe, since they pass through files.
  public func run(
    _ arguments: [String], input: String? = nil, environment: [String: String] = [:],
    in folder: String? = nil
  ) throws -> Result {
    let scratch = try TemporaryFolder()
    let process = try prepare(
      arguments, input: input, environment: environment, folder: folder, scratch)
    try process.run()
    process.waitUntilExit()
    return Result(
      status: process.terminationStatus, output: lossy(try scratch.bytes("out")),
      errors: lossy(try scratch.bytes("err")))
  }

  private func prepare(
    _ arguments: [String], input: String?, environment: [String: String], folder: String?,
    _ scratch: TemporaryFolder
  ) throws -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
    try scratch.write("in", input ?? "")
    try scratch.write("out", "")
    try scratch.write("err", "")
    process.standardInput = FileHandle(forReadingAtPath: scratch.path("in"))
    process.standardOutput = FileHandle(forWritingAtPath: scratch.path("out"))
    process.standardError = FileHandle(forWritingAtPath: scratch.path("err"))
    return process
  }

  private func lossy(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
