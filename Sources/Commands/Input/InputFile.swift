import Diagnostics
import Foundation

/// A file that a command was told to read whole.
enum InputFile {
  static func read(_ path: String) throws(InputFault) -> Data {
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw InputFault(
        code: "input.unreadable",
        message: "\(SafeText.terminal(path)) can't be read: \(FileReason.text(error)).")
    }
  }
}

/// Why input can't be had.
struct InputFault: Fault {
  let code: String
  let message: String
}
