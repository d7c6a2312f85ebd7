import Dispatch
import Synchronization

/// Where work that may wait for a disk or another program runs: threads of its own, so that those
/// that serve connections never wait.
///
/// A lookup in a file needs no lane: it is one indexed read of some microseconds, and readers of a
/// write-ahead log don't wait for writers. One that asks a server waits for the network.
final class BlockingLane: Sendable {
  /// One after the other runs what it has; a concurrent queue would run no more pieces at a time
  /// than there are cores, however many of them wait.
  private let queues: [DispatchQueue]
  private let limit: Int
  /// How many pieces each queue has.
  private let depths: Mutex<[Int]>

  /// - Parameter limit: how many pieces may wait; more are refused.
  /// - Parameter threads: how many pieces may run at the same time.
  init(_ name: String, limit: Int, threads: Int = 1) {
    queues = (0..<threads).map { _ in DispatchQueue(label: name) }
    depths = Mutex([Int](repeating: 0, count: threads))
    self.limit = limit
  }

  /// How many pieces are under way or wait.
  var depth: Int { depths.withLock { $0.reduce(0, +) } }

  /// Whether a piece would be taken now.
  var isOpen: Bool { depth < limit }

  /// Runs a piece of work.
  ///
  /// - Throws: what the work throws; `Problem` 503 where too many wait.
  func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    guard let place = takePlace() else {
      throw Problem.unavailable(
        "service.busy", "Too many requests wait for the ledger. Try again.", seconds: 1)
    }
    return try await withCheckedThrowingContinuation { continuation in
      queues[place].async {
        let result = Result { try work() }
        self.depths.withLock { $0[place] -= 1 }
        continuation.resume(with: result)
      }
    }
  }

  /// The queue with the fewest pieces; nil where too many wait.
  private func takePlace() -> Int? {
    depths.withLock { depths in
      guard depths.reduce(0, +) < limit else { return nil }
      let place = depths.indices.min { depths[$0] < depths[$1] } ?? 0
      depths[place] += 1
      return place
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
