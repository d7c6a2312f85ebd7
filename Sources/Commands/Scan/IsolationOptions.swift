import ArgumentParser
import ChildProcesses
import Foundation
import Scanning

/// Decoding in worker processes, which a picture may crash.
struct IsolationOptions: ParsableArguments {
  @Flag(help: "Decode in worker processes: a crash or a hang costs one picture.")
  var isolate = false

  @Option(
    help: ArgumentHelp(
      "With --isolate: address space of a worker in MiB (default: 2048).", valueName: "MiB"))
  var isolateMemory: Int?

  @Option(
    help: ArgumentHelp(
      "With --isolate: time for one picture (default: 60).", valueName: "seconds"))
  var timeout: Double?

  func validate() throws {
    if let isolateMemory, !(256...1 << 20).contains(isolateMemory) {
      throw ValidationError("--isolate-memory must be 256 to 1048576 MiB, got \(isolateMemory).")
    }
    if let timeout, !(0.1...86_400).contains(timeout) {
      throw ValidationError("--timeout must be 0.1 to 86400 seconds, got \(timeout).")
    }
    if !isolate, isolateMemory != nil || timeout != nil {
      throw ValidationError("--isolate-memory and --timeout go with --isolate.")
    }
  }

  /// Makes a scanner for each thread of a batch; nil where pictures are decoded in this process.
  func scanners(for task: ScanTask) throws -> (@Sendable () -> any PictureScanning)? {
    guard isolate else { return nil }
    let command = ChildCommand(
      // The program that runs, also where another version was installed meanwhile.
      "/proc/self/exe", ["scan-worker", try JSONText.line(task)], environment: Self.environment)
    let limits = WorkerLimits(
      memoryBytes: (isolateMemory ?? 2048) << 20, time: .seconds(timeout ?? 60))
    return { IsolatedScanner(command: command, limits: limits) }
  }

  /// The zone in which cameras' times are read, and what finds libraries and fonts; a crash is
  /// told by the parent, not by Swift's backtrace.
  private static var environment: [String: String] {
    let kept = ["HOME", "LD_LIBRARY_PATH", "XDG_CACHE_HOME", "FONTCONFIG_FILE", "FONTCONFIG_PATH"]
    return ProcessInfo.processInfo.environment.filter { kept.contains($0.key) }
      .merging(["TZ": TimeZone.current.identifier, "SWIFT_BACKTRACE": "enable=no"]) { $1 }
  }
}
