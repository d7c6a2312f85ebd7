import Glibc

/// The lines of a file, one after the other; memory doesn't grow with their number.
final class LineReader {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0

  /// Nil where the file can't be opened.
  init?(_ path: String) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
  }

  deinit { close(descriptor) }

  /// The bytes up to the next line feed; nil where none comes any more.
  func next() -> [UInt8]? {
    var searched = start
    while true {
      if let feed = buffer[searched...].firstIndex(of: 0x0A) {
        defer { start = feed + 1 }
        return Array(buffer[start..<feed])
      }
      buffer.removeSubrange(..<start)
      (start, searched) = (0, buffer.count)
      guard readOn() else { return nil }
    }
  }

  /// What stands behind the last line feed, when all lines were read.
  var rest: [UInt8] { Array(buffer[start...]) }

  /// Begins again with the first line.
  func rewind() {
    lseek(descriptor, 0, SEEK_SET)
    (buffer, start) = ([], 0)
  }

  private func readOn() -> Bool {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(descriptor, &piece, piece.count)
    guard count > 0 else { return count < 0 && errno == EINTR }
    buffer += piece[..<count]
    return true
  }
}
