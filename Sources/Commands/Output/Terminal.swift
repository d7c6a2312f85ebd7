import Diagnostics
import Foundation

/// Standard error, and what kind of screen there is.
enum Terminal {
  /// Whether standard output is a screen.
  static var isOutputScreen: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether standard error is a screen.
  static var isErrorScreen: Bool { isatty(STDERR_FILENO) == 1 }

  /// Whether a line can be painted anew.
  static var movesCursor: Bool { ProcessInfo.processInfo.environment["TERM"] != "dumb" }

  /// How many characters a line of standard error has on the screen.
  static var errorColumns: Int {
    var size = winsize()
    guard ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// Whether the person wants colours (no-color.org).
  static var wantsColour: Bool {
    let environment = ProcessInfo.processInfo.environment
    return (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  /// Whether standard output is to be coloured.
  static var usesColour: Bool { isOutputScreen && wantsColour }

  /// A line on standard error.
  static func note(_ line: String) {
    text(line + "\n")
  }

  /// Text on standard error.
  ///
  /// Where that can't be written there is nobody left to tell.
  static func text(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }

  /// A fault of a row on standard error: it begins with the file, as those of the table do.
  static func complain(_ fault: any Fault, in file: String) {
    let name = SafeText.terminal(file == "-" ? "standard input" : file)
    let message = fault.message
    note("tally: " + (message.hasPrefix(name) ? message : "\(name): \(message)"))
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
