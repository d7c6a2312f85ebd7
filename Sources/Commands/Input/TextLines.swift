import Diagnostics
import Foundation

/// The lines of a file or of standard input (`-`), one at a time, without their ends.
final class TextLines: Sequence, IteratorProtocol {
  private let name: String
  private let file: UnsafeMutablePointer<FILE>
  private var buffer: UnsafeMutablePointer<CChar>?
  private var capacity = 0

  init(_ path: String) throws(InputFault) {
    name = path == "-" ? "Standard input" : SafeText.terminal(path)
    guard let file = path == "-" ? fdopen(dup(STDIN_FILENO), "r") : fopen(path, "r") else {
      throw Self.unreadable(name)
    }
    self.file = file
  }

  private static func unreadable(_ name: String) -> InputFault {
    let reason = String(cString: strerror(errno))
    return InputFault(
      code: "input.unreadable",
      message: "\(name) can't be read: \(reason.prefix(1).lowercased() + reason.dropFirst()).")
  }

  deinit {
    free(buffer)
    fclose(file)
  }

  /// Whether the next line, or the end, is there already: nobody has to wait for who types or sends
  /// it.
  var isNextAtHand: Bool {
    if let start = file.pointee._IO_read_ptr, let end = file.pointee._IO_read_end,
      memchr(start, 0x0A, end - start) != nil
    {
      return true
    }
    var source = pollfd(fd: fileno(file), events: Int16(POLLIN), revents: 0)
    return poll(&source, 1, 0) > 0
  }

  /// Says why the lines ended, where that wasn't the end; to be called after the last one.
  func finish() throws(InputFault) {
    if ferror(file) != 0 { throw Self.unreadable(name) }
  }

  /// The next line; bytes that aren't UTF-8 become replacement characters.
  func next() -> String? {
    let length = getline(&buffer, &capacity, file)
    guard length >= 0, let buffer else { return nil }
    let bytes = UnsafeBufferPointer(start: buffer, count: length).map { UInt8(bitPattern: $0) }
    let end = bytes.lastIndex { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
    return String(decoding: bytes[..<(end.map { $0 + 1 } ?? 0)], as: UTF8.self)
  }
}
