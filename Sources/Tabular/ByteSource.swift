import Diagnostics
import Glibc

/// The bytes of a table, one after the other, with the line that each stands in.
///
/// A file is read through one buffer of 64 KB, whatever its size.
final class ByteSource {
  /// How messages call the source, safe to print.
  let name: String
  /// The line of the byte that `next()` returns next, from 1.
  private(set) var line = 1
  /// The character in that line of the byte that `next()` returns next, from 1.
  private(set) var character = 1
  /// Bytes returned so far.
  private(set) var offset = 0

  private static let capacity = 1 << 16
  private let descriptor: Int32?
  private let closesDescriptor: Bool
  private var buffer: [UInt8]
  private var position = 0
  private var lastWasReturn = false

  /// A file by its path, or standard input for `-`.
  ///
  /// - Throws: `table.missing` or `table.unreadable`.
  init(path: String) throws(TableFault) {
    buffer = []
    closesDescriptor = path != "-"
    name = closesDescriptor ? SafeText.terminal(path) : "standard input"
    descriptor = closesDescriptor ? open(path, O_RDONLY | O_CLOEXEC) : STDIN_FILENO
    guard let descriptor, descriptor >= 0 else { throw Self.openingFault(name, errno) }
    try fill()
    skipByteOrderMark()
  }

  /// Bytes that are in memory already.
  init(bytes: [UInt8], name: String) {
    self.name = SafeText.terminal(name)
    (descriptor, closesDescriptor) = (nil, false)
    buffer = bytes
    skipByteOrderMark()
  }

  deinit {
    if closesDescriptor, let descriptor, descriptor >= 0 { close(descriptor) }
  }

  /// How many bytes there are in all; nil where that isn't known, as of a pipe.
  var size: Int? {
    var status = stat()
    guard let descriptor, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG
    else { return nil }
    return Int(status.st_size)
  }

  /// The next byte without taking it; nil at the end.
  func peek() throws(TableFault) -> UInt8? {
    if position == buffer.count { try fill() }
    return position < buffer.count ? buffer[position] : nil
  }

  /// Takes the next byte; nil at the end.
  func next() throws(TableFault) -> UInt8? {
    guard let byte = try peek() else { return nil }
    position += 1
    offset += 1
    advance(over: byte)
    return byte
  }

  /// Takes what lies in the buffer up to a byte or the end of the line, at most so many bytes.
  ///
  /// A cell is taken so in one or a few pieces: byte by byte it would take most of the time of a row.
  func takeRun(upTo stop: UInt8, most: Int, into record: inout CSVRecord) throws(TableFault) {
    guard try peek() != nil else { return }
    let begin = position
    buffer.withUnsafeBufferPointer { buffer in
      let run = TextRun(buffer[begin...].prefix(most), upTo: stop)
      record.append(run)
      position += run.bytes.count
      offset += run.bytes.count
      character += run.characters
      if !run.bytes.isEmpty { lastWasReturn = false }
    }
  }

  /// Takes the rest of the line, its end included: LF, CR, or both.
  func skipLine() throws(TableFault) {
    while let byte = try next() {
      if byte == 0x0A { return }
      guard byte == 0x0D else { continue }
      if try peek() == 0x0A { _ = try next() }
      return
    }
  }

  /// What lies in the buffer: enough of a file's beginning to guess by.
  var buffered: ArraySlice<UInt8> { buffer[position...] }

  /// A line ends with LF, with CR, or with both.
  private func advance(over byte: UInt8) {
    if byte == 0x0A || byte == 0x0D {
      if !(byte == 0x0A && lastWasReturn) { line += 1 }
      character = 1
    } else if byte & 0xC0 != 0x80 {
      character += 1
    }
    lastWasReturn = byte == 0x0D
  }

  private func fill() throws(TableFault) {
    guard let descriptor else { return }
    if buffer.isEmpty { buffer = Array(repeating: 0, count: Self.capacity) }
    let room = Self.capacity
    if buffer.count < room {
      buffer.append(contentsOf: repeatElement(0, count: room - buffer.count))
    }
    var count: Int
    repeat {
      count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, room) }
    } while count < 0 && errno == EINTR
    guard count >= 0 else {
      throw TableFault(code: "table.unreadable", message: "\(name): \(Self.reason(errno)).")
    }
    buffer.removeLast(room - count)
    position = 0
  }

  private func skipByteOrderMark() {
    if buffered.starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
  }

  private static func openingFault(_ name: String, _ error: Int32) -> TableFault {
    error == ENOENT
      ? TableFault(code: "table.missing", message: "\(name): there is no such file.")
      : TableFault(code: "table.unreadable", message: "\(name): \(reason(error)).")
  }

  private static func reason(_ error: Int32) -> String {
    String(cString: strerror(error)).lowercased()
  }
}
