import ArgumentParser
import Diagnostics

/// What the program's status says; `docs/CLI.md` is the contract.
package enum ExitStatus: Int32, Sendable {
  case done = 0
  /// Done, with a “no” in it: some inputs failed, or the answer is no.
  case doneWithNo = 1
  /// Refused as a whole: nothing was written.
  case refused = 2
  case usage = 64
  case defect = 70
  case interrupted = 130
  case terminated = 143

  /// The status of an error that ended a command.
  static func of(_ error: any Error) -> ExitStatus {
    switch error {
    case is any Fault: .refused
    case let code as ExitCode: ExitStatus(rawValue: code.rawValue) ?? .defect
    default: .defect
    }
  }
}

extension ExitStatus {
  /// To be thrown at the end of a command that printed all it had to say.
  var code: ExitCode { ExitCode(rawValue) }
}
