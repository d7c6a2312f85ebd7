import Diagnostics

/// Why a program can't be run.
package struct ChildFault: Fault, Equatable {
  /// `child.missing` where there is no such program, `child.unstartable`, `child.broken-pipe`.
  package let code: String
  /// Which program, what was wrong, what to do.
  package let message: String

  init(code: String, message: String) { (self.code, self.message) = (code, message) }

  static func missing(_ program: String) -> ChildFault {
    ChildFault(
      code: "child.missing",
      message: "There is no program \(SafeText.quoted(program)) on the PATH. Install it.")
  }

  static func unstartable(_ program: String, reason: String) -> ChildFault {
    ChildFault(
      code: "child.unstartable",
      message: "The program \(SafeText.quoted(program)) can't be started: \(reason).")
  }
}
