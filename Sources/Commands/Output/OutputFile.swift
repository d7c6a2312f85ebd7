import Storage

/// A file that a command was told to write.
enum OutputFile {
  /// Writes all or nothing.
  static func write(_ text: String, to path: String) throws {
    try write(Array(text.utf8), to: path)
  }

  /// Writes all or nothing.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let file = try GrowingFile(at: path)
    try file.write(bytes)
    try file.publish(replacing: true)
  }
}
