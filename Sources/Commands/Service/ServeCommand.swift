import ArgumentParser
import Diagnostics
import Foundation

/// `tally serve`.
struct ServeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "serve", abstract: "Serves a ledger on this machine: executes tallyd.",
    discussion: """
      Everything behind “serve” goes to tallyd as it is; “tally serve --help” is tallyd's help.

        tally serve --ledger tally.sqlite
        tally serve --listen 127.0.0.1:9090
      """)

  @Argument(parsing: .captureForPassthrough, help: "What tallyd is told.")
  var arguments: [String] = []

  func run() throws {
    let program = try ServiceProgram.path()
    // The process becomes tallyd: signals, standard output and the status are its own.
    var pointers = ([program] + arguments).map { strdup($0) } + [nil]
    execv(program, &pointers)
    throw ServeFault(
      code: "serve.failed",
      message: "\(program) can't be started: \(String(cString: strerror(errno))).")
  }
}

/// Where `tallyd` is: beside `tally`, else on PATH.
private enum ServiceProgram {
  static func path() throws -> String {
    let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    let folders =
      [own.deletingLastPathComponent().path]
      + (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let candidates = folders.map { "\($0)/tallyd" }
    guard let path = candidates.first(where: FileManager.default.isExecutableFile(atPath:)) else {
      throw ServeFault(
        code: "serve.missing",
        message: "There is no tallyd, neither in \(folders[0]) nor on PATH. Build it with "
          + "make install, or swift build -c release --product tallyd.")
    }
    return path
  }
}

private struct ServeFault: Fault {
  let code: String
  let message: String
}
