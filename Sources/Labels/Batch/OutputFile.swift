import Diagnostics
import Glibc

/// The owner of a file that is being written.
struct OutputFile: ~Copyable {
  private let descriptor: Int32
  private let name: String

  /// Opens a file, empty, whether or not it was there.
  ///
  /// - Throws: `label.unwritable`.
  init(_ path: String) throws(LabelFault) {
    name = SafeText.terminal(path)
    descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw Self.unwritable(name) }
  }

  deinit { close(descriptor) }

  /// Writes all of the bytes.
  func write(_ bytes: [UInt8]) throws(LabelFault) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, bytes.count - written)
      }
      guard count >= 0 || errno == EINTR else { throw Self.unwritable(name) }
      written += max(0, count)
    }
  }

  private static func unwritable(_ name: String) -> LabelFault {
    LabelFault(
      code: "label.unwritable",
      message: "\(name) can't be written: \(String(cString: strerror(errno)).lowercased()).")
  }
}
