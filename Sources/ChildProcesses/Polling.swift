import Foundation

/// Waiting for descriptors, and reading of those that never wait.
enum Polling {
  /// Whether there is something to read, or an end, before the deadline.
  static func isReadable(_ number: Int32, until deadline: Deadline) -> Bool {
    isReady(number, Int16(POLLIN), until: deadline)
  }

  /// Whether bytes can be written, or the reader is gone, before the deadline.
  static func isWritable(_ number: Int32, until deadline: Deadline) -> Bool {
    isReady(number, Int16(POLLOUT), until: deadline)
  }

  private static func isReady(_ number: Int32, _ events: Int16, until deadline: Deadline) -> Bool {
    var entry = pollfd(fd: number, events: events, revents: 0)
    return poll(&entry, 1, deadline.pollMilliseconds) > 0
  }

  /// Waits until one of some descriptors is ready, or the deadline is there.
  static func wait(forAnyOf entries: inout [pollfd], until deadline: Deadline) {
    _ = poll(&entries, nfds_t(entries.count), deadline.pollMilliseconds)
  }

  /// What a descriptor that doesn't wait holds just now.
  static func read(_ number: Int32, atMost most: Int) -> RunningChild.Reading {
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: most) { buffer, filled in
      repeat {
        count = Foundation.read(number, buffer.baseAddress, most)
      } while count < 0
        && errno == EINTR
      filled = max(count, 0)
    }
    if count > 0 { return .bytes(bytes) }
    return count < 0 && errno == EAGAIN ? .nothingYet : .end
  }
}
