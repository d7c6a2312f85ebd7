import Foundation

/// A program with its arguments, to be run without a shell.
package struct ChildCommand: Sendable {
  /// A name that is looked up on the PATH, or a path with a slash.
  package var program: String
  /// What follows the name; nothing in them is special to anyone but the program.
  package var arguments: [String]
  /// Variables beside the few that every child gets.
  package var environment: [String: String]
  /// The folder to work in; the parent's where nil.
  package var folder: String?
  /// What it may take.
  package var limits: ChildLimits

  /// A command.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    folder: String? = nil, limits: ChildLimits = ChildLimits()
  ) {
    (self.program, self.arguments, self.environment) = (program, arguments, environment)
    (self.folder, self.limits) = (folder, limits)
  }

  /// Where a program lies that is named as in a shell; nil where there is none that can be run.
  ///
  /// Relative folders on the PATH are passed over: what lies in the current folder came from
  /// anywhere.
  package static func path(of program: String) -> String? {
    let candidates =
      program.contains("/")
      ? [program]
      : searchPath.split(separator: ":").filter { $0.hasPrefix("/") }.map { "\($0)/\(program)" }
    return candidates.first { isExecutableFile($0) }
  }

  private static func isExecutableFile(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    return access(path, X_OK) == 0
  }

  private static var searchPath: String {
    getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
  }

  /// `NAME=value`: the same language and zone everywhere, and none of the parent's secrets.
  var variables: [String] {
    var all = ["PATH": Self.searchPath, "LC_ALL": "C.UTF-8", "TZ": "UTC", "HOME": "/nonexistent"]
    if let folder = getenv("TMPDIR") { all["TMPDIR"] = String(cString: folder) }
    return all.merging(environment) { $1 }.map { "\($0)=\($1)" }.sorted()
  }
}
