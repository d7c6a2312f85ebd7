import Foundation

/// Standard output: results, and nothing else.
enum StandardOutput {
  /// A line.
  static func line(_ text: String) { print(text) }

  /// Text that brings its own line ends.
  static func text(_ text: String) { print(text, terminator: "") }

  /// Bytes as they are.
  static func bytes(_ bytes: [UInt8]) {
    flush()
    FileHandle.standardOutput.write(Data(bytes))
  }

  /// Hands over what was printed so far: what is acknowledged must not wait in a buffer.
  static func flush() { fflush(nil) }
}
