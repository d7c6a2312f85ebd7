import Diagnostics
import Foundation

/// A file that a command was told to read whole.
enum InputFile {
  static func read(_ path: String) throws(InputFault) -> Data {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path, errno) }
    defer { close(descriptor) }
    var (data, piece) = (Data(), [UInt8](repeating: 0, count: 1 << 16))
    while true {
      let count = Foundation.read(descriptor, &piece, piece.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw unreadable(path, errno) }
      if count == 0 { return data }
      data.append(contentsOf: piece.prefix(count))
    }
  }

  private static func unreadable(_ path: String, _ error: Int32) -> InputFault {
    InputFault(
      code: "input.unreadable",
      message: "\(SafeText.terminal(path)) can't be read: "
        + "\(String(cString: strerror(error)).lowercased()).")
  }
}

/// Why input can't be had.
struct InputFault: Fault {
  let code: String
  let message: String
}
