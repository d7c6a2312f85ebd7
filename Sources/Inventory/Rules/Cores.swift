import Dispatch
import Foundation
import Synchronization

/// Spreads pure work over the cores of the machine.
enum Cores {
  /// Below this many things to do, spreading costs more than it saves.
  private static let threshold = 5_000

  /// The values of ranges that are all of a count together, in order.
  static func map<Value: Sendable>(
    _ count: Int, _ value: @Sendable (Range<Int>) -> Value
  ) -> [Value] {
    let parts = ProcessInfo.processInfo.activeProcessorCount
    guard count >= threshold, parts > 1 else { return [value(0..<count)] }
    let values = Mutex([Value?](repeating: nil, count: parts))
    DispatchQueue.concurrentPerform(iterations: parts) { part in
      let made = value(count * part / parts..<count * (part + 1) / parts)
      values.withLock { $0[part] = made }
    }
    return values.withLock { $0.compactMap(\.self) }
  }

  /// Two values that have nothing to do with each other.
  ///
  /// - Parameter count: how many things both have to do.
  static func both<A: Sendable, B: Sendable>(
    _ count: Int, _ a: @Sendable () -> A, _ b: @Sendable () -> B
  ) -> (A, B) {
    guard count >= threshold else { return (a(), b()) }
    let first = Mutex<A?>(nil)
    let second = Mutex<B?>(nil)
    DispatchQueue.concurrentPerform(iterations: 2) { part in
      if part == 0 {
        let value = a()
        first.withLock { $0 = value }
      } else {
        let value = b()
        second.withLock { $0 = value }
      }
    }
    return (first.withLock { $0 } ?? a(), second.withLock { $0 } ?? b())
  }
}
