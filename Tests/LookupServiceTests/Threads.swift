import Dispatch
import Foundation
import Synchronization

/// Work that blocks, on threads of its own.
enum Threads {
  /// Runs the work once a thread, all at once, and returns what each made, in their order.
  static func run<Value: Sendable>(
    _ count: Int, _ work: @escaping @Sendable (_ thread: Int) throws -> Value
  ) throws -> [Value] {
    let results = Results<Value>()
    let group = DispatchGroup()
    for index in 0..<count {
      group.enter()
      let thread = Thread {
        let result = Result { try work(index) }
        results.byThread.withLock { $0[index] = result }
        group.leave()
      }
      thread.start()
    }
    group.wait()
    return try results.byThread.withLock { results in
      try (0..<count).compactMap { try results[$0]?.get() }
    }
  }

  private final class Results<Value: Sendable>: Sendable {
    let byThread = Mutex([Int: Result<Value, any Error>]())
  }
}

/// Events that a service acknowledged, gathered by several threads.
final class Acknowledged: Sendable {
  private let ids = Mutex(Set<String>())
  private let isEnough = Atomic(false)

  var all: Set<String> { ids.withLock { $0 } }

  /// Whether those who send may stop.
  var isFinished: Bool { isEnough.load(ordering: .relaxed) }

  func finish() { isEnough.store(true, ordering: .relaxed) }

  func insert(_ id: String) { ids.withLock { _ = $0.insert(id) } }

  /// Waits until there are so many, or until the patience of a test is at its end.
  func wait(for count: Int) {
    for _ in 0..<12_000 where all.count < count { usleep(5000) }
  }
}
