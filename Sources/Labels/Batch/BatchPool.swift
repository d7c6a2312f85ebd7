import Foundation

/// The workers of a batch, each on a thread of its own until the pool is closed.
///
/// `@unchecked Sendable` is sound: all that changes is touched between `lock` and `unlock` of the one
/// condition, and each worker by its own thread alone.
final class BatchPool: @unchecked Sendable {
  typealias Work = @Sendable (BatchWorker) -> Void

  private let condition = NSCondition()
  private var waiting: [Work] = []
  private var isClosed = false
  private var running: Int

  /// Starts a thread a worker.
  init(_ workers: sending [BatchWorker]) {
    running = workers.count
    for worker in workers {
      // Sound: nobody but its thread has the worker from here on.
      nonisolated(unsafe) let worker = worker
      Thread.detachNewThread { self.run(worker) }
    }
  }

  /// Begins with some work as soon as a worker is free; work is begun in order.
  func start<Result>(
    _ work: @escaping @Sendable (BatchWorker) -> Result
  ) -> PendingWork<Result> {
    let pending = PendingWork<Result>()
    locked {
      waiting.append { worker in
        let result = work(worker)
        self.locked {
          pending.result = result
          self.condition.broadcast()
        }
      }
      condition.broadcast()
    }
    return pending
  }

  /// What came of some work; waits for it.
  func result<Result>(of pending: PendingWork<Result>) -> Result {
    locked {
      while true {
        if let result = pending.result { return result }
        condition.wait()
      }
    }
  }

  func isDone<Result>(_ pending: PendingWork<Result>) -> Bool {
    locked { pending.result != nil }
  }

  /// Drops what wasn't begun, and waits until the workers are gone.
  func close() {
    locked {
      waiting = []
      isClosed = true
      condition.broadcast()
      while running > 0 { condition.wait() }
    }
  }

  private func run(_ worker: BatchWorker) {
    while let work = next() { work(worker) }
    locked {
      running -= 1
      condition.broadcast()
    }
  }

  private func next() -> Work? {
    locked {
      while waiting.isEmpty, !isClosed { condition.wait() }
      return waiting.isEmpty ? nil : waiting.removeFirst()
    }
  }

  private func locked<Result>(_ body: () -> Result) -> Result {
    condition.lock()
    defer { condition.unlock() }
    return body()
  }
}

/// Work of a pool whose result is asked for later.
///
/// `@unchecked Sendable` is sound: only the pool touches the result, within its lock.
final class PendingWork<Result>: @unchecked Sendable {
  fileprivate var result: Result?
}
