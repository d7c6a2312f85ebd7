import Dispatch
import Synchronization

/// Where work that may wait for a disk or another program runs: a thread of its own, one piece
/// after the other, so that the threads that serve connections never wait.
///
/// A lookup needs no lane: it is one indexed read of some microseconds, and readers of a
/// write-ahead log don't wait for writers.
final class BlockingLane: Sendable {
  private let queue: DispatchQueue
  private let limit: Int
  private let waiting = Mutex(0)

  /// - Parameter limit: how many pieces may wait; more are refused.
  init(_ name: String, limit: Int) {
    queue = DispatchQueue(label: name)
    self.limit = limit
  }

  /// How many pieces are under way or wait.
  var depth: Int { waiting.withLock { $0 } }

  /// Whether a piece would be taken now.
  var isOpen: Bool { depth < limit }

  /// Runs a piece of work.
  ///
  /// - Throws: what the work throws; `Problem` 503 where too many wait.
  func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    let isTaken = waiting.withLock { depth in
      guard depth < limit else { return false }
      depth += 1
      return true
    }
    guard isTaken else {
      throw Problem.unavailable(
        "service.busy", "Too many requests wait for the ledger. Try again.", seconds: 1)
    }
    return try await withCheckedThrowingContinuation { continuation in
      queue.async {
        let result = Result { try work() }
        self.waiting.withLock { $0 -= 1 }
        continuation.resume(with: result)
      }
    }
  }
}
