import Diagnostics
import Foundation

/// Standard error, and what kind of screen there is.
enum Terminal {
  /// Whether standard output is a screen.
  static var isOutputScreen: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether standard error is a screen.
  static var isErrorScreen: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether the person wants colours (no-color.org).
  static var wantsColour: Bool {
    let environment = ProcessInfo.processInfo.environment
    return (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// Whether standard output is to be coloured.
  static var usesColour: Bool { isOutputScreen && wantsColour }

  /// A line on standard error.
  static func note(_ line: String) {
    FileHandle.standardError.write(Data((line + "\n").utf8))
  }

  /// An error on standard error, by its message; a defect of ours with all that is known of it.
  static func complain(_ error: any Error) {
    switch error {
    case let fault as any Fault: note("tally: \(fault.message)")
    default:
      note("tally: a defect of this program: \(SafeText.terminal(String(describing: error)))")
    }
  }
}
