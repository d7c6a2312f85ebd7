import Foundation

/// The temporary folder of one worker: what its decoders leave there goes with it, however it ended.
final class WorkerFolder {
  let path: String

  private static let prefix = "tally-worker-"

  /// A new folder; nil where there can't be one, and then whoever needs it says so.
  init?() {
    path = NSTemporaryDirectory() + Self.prefix + UUID().uuidString
    guard mkdir(path, 0o700) == 0 else { return nil }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Removes the folder that this process, a worker, was given: its parent is gone and can't.
  static func removeOwn() {
    guard let path = getenv("TMPDIR").map({ String(cString: $0) }),
      (path as NSString).lastPathComponent.hasPrefix(prefix)
    else { return }
    try? FileManager.default.removeItem(atPath: path)
  }
}
