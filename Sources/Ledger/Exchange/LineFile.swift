import Diagnostics
import Glibc

/// The lines of a file, one after the other, as bytes without their line ends.
final class LineFile {
  /// The line that `next()` gave last, from 1.
  private(set) var number = 0
  private let file: UnsafeMutablePointer<FILE>
  private let name: String
  private var buffer: UnsafeMutablePointer<CChar>?
  private var capacity = 0

  /// - Throws: `LedgerFault` `export.unreadable`.
  init(path: String) throws(LedgerFault) {
    name = SafeText.terminal(path)
    guard let file = fopen(path, "re") else { throw Self.unreadable(name) }
    self.file = file
  }

  deinit {
    fclose(file)
    free(buffer)
  }

  /// The next line; nil at the end.
  ///
  /// - Returns: the bytes, valid until the next call, and whether a line end was behind them.
  func next() throws(LedgerFault) -> (bytes: UnsafeRawBufferPointer, isWhole: Bool)? {
    let length = getline(&buffer, &capacity, file)
    guard length >= 0, let buffer else {
      if ferror(file) != 0 { throw Self.unreadable(name) }
      return nil
    }
    number += 1
    let isWhole = buffer[length - 1] == 0x0A
    return (UnsafeRawBufferPointer(start: buffer, count: length - (isWhole ? 1 : 0)), isWhole)
  }

  private static func unreadable(_ name: String) -> LedgerFault {
    LedgerFault(
      code: "export.unreadable",
      message: "\(name) can't be read: \(String(cString: strerror(errno)).lowercased()).")
  }
}
