import Dispatch
import Foundation
import Synchronization

/// Gathers lines, and writes them to a file descriptor some times a second.
///
/// A write for each line would cost more than the lookup that it tells of. What is urgent goes out
/// at once, with all that came before it.
package final class LogOutput: Sendable {
  private let descriptor: Int32
  private let pending = Mutex<[UInt8]>([])
  /// The room of lines that were written, for the next ones.
  private let spare = Mutex<[UInt8]>([])
  private let queue = DispatchQueue(label: "log")
  private let isScheduled = Atomic(false)

  /// How long a line waits at most, in milliseconds.
  private static let delay = 200

  /// Bytes of room that are kept.
  private static let roomLimit = 8 << 20

  package init(descriptor: Int32) { self.descriptor = descriptor }

  /// Milliseconds since 1970.
  static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }

  func write(_ line: [UInt8], isUrgent: Bool) {
    pending.withLock { pending in
      pending.append(contentsOf: line)
      pending.append(UInt8(ascii: "\n"))
    }
    if isUrgent { return flush() }
    guard isScheduled.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged
    else { return }
    queue.asyncAfter(deadline: .now() + .milliseconds(Self.delay)) {
      self.isScheduled.store(false, ordering: .relaxed)
      self.drain()
    }
  }

  /// Writes what is there.
  package func flush() { queue.sync { drain() } }

  /// Only ever runs on the queue, so that lines stay in order.
  private func drain() {
    var lines = spare.withLock { room in
      defer { room = [] }
      return room
    }
    pending.withLock { swap(&$0, &lines) }
    write(lines)
    lines.removeAll(keepingCapacity: lines.capacity <= Self.roomLimit)
    spare.withLock { $0 = lines }
  }

  private func write(_ lines: [UInt8]) {
    var rest = lines[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
      // A reader that went away must not stop the service.
      guard written > 0 || errno == EINTR else { return }
      rest = rest.dropFirst(max(0, written))
    }
  }
}
