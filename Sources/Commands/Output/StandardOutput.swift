import Foundation
import Synchronization

/// Standard output: results, and nothing else.
///
/// A printed line is what acknowledges a picture, so a line that can't be written ends the program
/// with a message instead of being lost.
enum StandardOutput {
  private static let buffer = Mutex<[UInt8]>([])
  private static let capacity = 1 << 16

  /// A line.
  static func line(_ text: String) { self.text(text + "\n") }

  /// Text that brings its own line ends.
  static func text(_ text: String) { bytes(Array(text.utf8)) }

  /// Bytes as they are.
  static func bytes(_ bytes: [UInt8]) {
    buffer.withLock { waiting in
      waiting += bytes
      if waiting.count >= capacity { write(&waiting) }
    }
  }

  /// Hands over what was printed so far: what is acknowledged must not wait in a buffer.
  static func flush() { buffer.withLock { write(&$0) } }

  private static func write(_ waiting: inout [UInt8]) {
    var start = 0
    while start < waiting.count {
      let written = waiting[start...].withUnsafeBytes {
        Foundation.write(STDOUT_FILENO, $0.baseAddress, $0.count)
      }
      if written < 0 && errno == EINTR { continue }
      guard written >= 0 else {
        Terminal.note(
          "tally: standard output can't be written: \(String(cString: strerror(errno))).")
        exit(ExitStatus.refused.rawValue)
      }
      start += written
    }
    waiting.removeAll(keepingCapacity: true)
  }
}
