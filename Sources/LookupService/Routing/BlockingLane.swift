import Dispatch
import Synchronization

/// Where work that may wait for a disk or another program runs: a thread of its own, one piece
/// after the other, so that the threads that serve connections never wait.
///
/// A lookup in a file needs no lane: it is one indexed read of some microseconds, and readers of a
/// write-ahead log don't wait for writers. One that asks a server waits for the network.
final class BlockingLane: Sendable {
  private let queue: DispatchQueue
  private let limit: Int
  private let waiting = Mutex(0)

  /// - Parameter limit: how many pieces may wait; more are refused.
  /// - Parameter isConcurrent: whether pieces may run at the same time, each on a thread of its own.
  init(_ name: String, limit: Int, isConcurrent: Bool = false) {
    queue = DispatchQueue(label: name, attributes: isConcurrent ? .concurrent : [])
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

extension BlockingLane? {
  /// Runs a piece of work in the lane, or right here where there is none.
  func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    guard let lane = self else { return try work() }
    return try await lane.run(work)
  }
}
