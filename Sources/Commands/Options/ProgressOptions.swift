import ArgumentParser

/// How much a command says beside its results.
struct ProgressOptions: ParsableArguments {
  @Flag(name: .shortAndLong, help: "Say nothing but results and errors.")
  var quiet = false

  @Flag(help: "Show no progress bar.")
  var noProgress = false

  var wantsProgress: Bool { !quiet && !noProgress }

  /// A remark on standard error.
  func note(_ line: String) {
    if !quiet { Terminal.note(line) }
  }
}
