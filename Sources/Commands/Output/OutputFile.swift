import Diagnostics
import Foundation

/// A file that a command was told to write.
enum OutputFile {
  /// Writes all or nothing.
  static func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  /// Writes all or nothing.
  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw OutputFault(
        code: "output.unwritable",
        message: "\(SafeText.terminal(path)) can't be written: \(FileReason.text(error)).")
    }
  }
}

/// Why results can't be put where they were asked for.
struct OutputFault: Fault {
  let code: String
  let message: String
}
