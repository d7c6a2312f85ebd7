import ChildProcesses
import Diagnostics
import Glibc

/// A queue of CUPS, which is given files by CUPS's own program `lp`.
package struct PrinterQueue: Sendable {
  private let name: String

  /// What CUPS says of a job that it took.
  package struct Receipt: Sendable {
    /// Safe to print.
    package let words: String
    /// Such as `office-17`; nil where CUPS didn't say it.
    package let job: String?
  }

  /// A queue of this name; whether there is one shows when something is sent.
  package init(_ name: String) { self.name = name }

  /// Hands a file over.
  ///
  /// - Parameters:
  ///   - title: what the job is called.
  ///   - isRaw: whether the bytes go to the printer as they are; otherwise the queue makes of them what
  ///     its printer understands, and scales nothing.
  /// - Throws: `printer.refused`, `label.unwritable` where the file is gone, or `ChildFault`.
  package func send(
    _ path: String, title: String, isRaw: Bool, timeout: Duration
  ) throws -> Receipt {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw LabelFault(
        code: "printer.refused",
        message: "\(SafeText.terminal(path)) can't be read; nothing was sent to cups:\(name).")
    }
    defer { close(descriptor) }
    // As standard input: no name of a file can be taken for an option.
    let command = ChildCommand(
      "lp",
      ["-d", name, "-t", SafeText.terminal(title), "-o", isRaw ? "raw" : "print-scaling=none"],
      environment: Self.environment, limits: ChildLimits(time: timeout))
    let result = try command.run(input: .file(descriptor: descriptor))
    guard result.hasSucceeded else { throw refused(result, timeout) }
    return Self.receipt(String(decoding: result.output, as: UTF8.self))
  }

  private func refused(_ result: ChildResult, _ timeout: Duration) -> LabelFault {
    let why =
      switch result.ending {
      case .outOfTime: "lp didn't end within \(timeout / .seconds(1)) seconds"
      default: result.lastWords.map(SafeText.terminal) ?? "lp ended without a word"
      }
    return LabelFault(
      code: "printer.refused",
      message: "cups:\(name) took nothing: \(SafeText.sentence(why)) “lpstat -p” lists the queues.")
  }

  /// `request id is office-17 (1 file(s))`; `lp` is asked without a language, so it answers in English.
  private static func receipt(_ text: String) -> Receipt {
    let words = SafeText.terminal(
      text.split(whereSeparator: \.isNewline).first.map(String.init) ?? "")
    let beginning = "request id is "
    guard words.hasPrefix(beginning) else { return Receipt(words: words, job: nil) }
    let job = words.dropFirst(beginning.count).prefix { $0 != " " }
    return Receipt(words: words, job: job.isEmpty ? nil : String(job))
  }

  /// How `lp` finds its server, and whose job it is.
  private static var environment: [String: String] {
    var environment: [String: String] = [:]
    for name in ["CUPS_SERVER", "HOME", "USER"] {
      if let value = getenv(name) { environment[name] = String(cString: value) }
    }
    return environment
  }
}
