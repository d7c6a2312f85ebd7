import Synchronization

/// Errors from several threads.
final class Faults: Sendable {
  private let kept = Mutex<[String]>([])

  var all: [String] { kept.withLock { $0 } }

  func keep(_ step: () throws -> Void) {
    do { try step() } catch { kept.withLock { $0.append("\(error)") } }
  }
}
