import Diagnostics
import Glibc

/// The lines of a file, one after the other, as bytes without their line ends.
final class LineFile {
  /// The line that `next()` gave last, from 1.
  private(set) var number = 0
  private let descriptor: Int32
  private let name: String
  private var buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  /// What was read and not given yet.
  private var rest = 0..<0
  private var hasEnded = false

  /// Nothing that an export has is longer: no engine keeps texts of a gigabyte.
  private static let longest = 1 << 30

  /// - Parameter path: `-` for standard input.
  /// - Throws: `LedgerFault` `export.unreadable`.
  init(path: String) throws(LedgerFault) {
    name = path == "-" ? "Standard input" : SafeText.terminal(path)
    descriptor = path == "-" ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 { throw unreadable() }
  }

  deinit {
    buffer.deallocate()
    if descriptor >= 0 { close(descriptor) }
  }

  /// The next line; nil at the end.
  ///
  /// - Returns: the bytes, valid until the next call, and whether a line end was behind them.
  /// - Throws: `LedgerFault` `export.unreadable`, `export.form` for a line without end.
  func next() throws(LedgerFault) -> (bytes: UnsafeRawBufferPointer, isWhole: Bool)? {
    var sought = rest.lowerBound
    while true {
      if let end = lineEnd(from: sought) {
        defer { rest = (end + 1)..<rest.upperBound }
        return (line(to: end), true)
      }
      guard !hasEnded else { break }
      let known = rest.count
      try readOn()
      sought = rest.lowerBound + known
    }
    guard !rest.isEmpty else { return nil }
    defer { rest = rest.upperBound..<rest.upperBound }
    return (line(to: rest.upperBound), false)
  }

  private func line(to end: Int) -> UnsafeRawBufferPointer {
    number += 1
    return UnsafeRawBufferPointer(rebasing: buffer[rest.lowerBound..<end])
  }

  private func lineEnd(from start: Int) -> Int? {
    guard let base = buffer.baseAddress, start < rest.upperBound,
      let found = memchr(base + start, 0x0A, rest.upperBound - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Reads some more, behind what is there.
  private func readOn() throws(LedgerFault) {
    guard rest.count < Self.longest else {
      throw LedgerFault(
        code: "export.form",
        message: "\(name) is no exported ledger: line \(number + 1) has no end within a gigabyte.")
    }
    makeRoom()
    let free = UnsafeMutableRawBufferPointer(rebasing: buffer[rest.upperBound...])
    var count = -1
    repeat {
      count = read(descriptor, free.baseAddress, free.count)
    } while count < 0
      && errno == EINTR
    guard count >= 0 else { throw unreadable() }
    hasEnded = count == 0
    rest = rest.lowerBound..<rest.upperBound + count
  }

  /// Moves what is left to the beginning, and takes more memory for a line that fills all of it.
  private func makeRoom() {
    if rest.lowerBound == 0, rest.upperBound == buffer.count {
      let larger = UnsafeMutableRawBufferPointer.allocate(
        byteCount: buffer.count * 2, alignment: 16)
      larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
      buffer.deallocate()
      buffer = larger
    } else if rest.lowerBound > 0 {
      let left = UnsafeRawBufferPointer(rebasing: buffer[rest])
      UnsafeMutableRawBufferPointer(rebasing: buffer[..<rest.count]).copyMemory(from: left)
      rest = 0..<rest.count
    }
  }

  private func unreadable() -> LedgerFault {
    LedgerFault(
      code: "export.unreadable",
      message: "\(name) can't be read: \(String(cString: strerror(errno)).lowercased()).")
  }
}
