import Diagnostics

/// Pictures that somebody was still writing when they were looked at.
struct UnfinishedFiles {
  private struct Wait {
    let since = ContinuousClock.now
    var isReported = false
  }

  private var waits: [String: Wait] = [:]
  private var lastLook = ContinuousClock.now

  /// Between two looks at the same files.
  private static let pause = Duration.milliseconds(200)
  /// After this long somebody is told that a file isn't complete.
  private static let patience = Duration.seconds(30)

  mutating func insert(_ path: String) { waits[path] = waits[path] ?? Wait() }

  /// Those that are complete by now; they are waited for no more.
  mutating func completed(_ report: (PathFault) -> Void) -> [String] {
    guard !waits.isEmpty, .now - lastLook >= Self.pause else { return [] }
    lastLook = .now
    var paths: [String] = []
    for (path, wait) in waits {
      switch FileCompleteness.of(path, wasClosed: false) {
      case .complete: paths.append(path)
      case .absent: break
      case .beingWritten:
        let isLate = .now - wait.since > Self.patience
        if isLate, !wait.isReported { report(Self.late(path)) }
        waits[path]?.isReported = isLate
        continue
      }
      waits[path] = nil
    }
    return paths.sorted()
  }

  private static func late(_ path: String) -> PathFault {
    PathFault(
      code: "path.unfinished",
      message: "\(SafeText.quoted(path)) is still being written; it is scanned when it is closed.")
  }
}
