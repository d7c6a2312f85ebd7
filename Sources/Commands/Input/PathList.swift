import Foundation

/// Paths on standard input, handed out as they come: one a line, or separated by NUL.
///
/// Memory stays that of one path, whatever comes in.
final class PathList: Sequence, IteratorProtocol {
  private let separator: UInt8
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var unread = 0..<0
  private var path: [UInt8] = []

  /// Longer paths can't be opened (PATH_MAX); so much of one is kept that this is what is said.
  private static let longest = 8192

  init(separatedByNUL: Bool) { separator = separatedByNUL ? 0 : UInt8(ascii: "\n") }

  /// The next path; empty lines are passed over, and bytes that aren't UTF-8 become replacement
  /// characters.
  func next() -> String? {
    while fill() {
      let end = buffer[unread].firstIndex(of: separator)
      path += buffer[unread.lowerBound..<(end ?? unread.upperBound)].prefix(
        Self.longest - path.count)
      unread = (end.map { $0 + 1 } ?? unread.upperBound)..<unread.upperBound
      if end != nil, let path = taken() { return path }
    }
    return taken()
  }

  /// What was gathered, without the carriage return of a line that a Windows program wrote.
  private func taken() -> String? {
    defer { path.removeAll(keepingCapacity: true) }
    if separator != 0, path.last == UInt8(ascii: "\r") { path.removeLast() }
    return path.isEmpty ? nil : String(decoding: path, as: UTF8.self)
  }

  /// Reads on where all was handed out; false at the end.
  private func fill() -> Bool {
    while unread.isEmpty {
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return false }
      unread = 0..<count
    }
    return true
  }
}
