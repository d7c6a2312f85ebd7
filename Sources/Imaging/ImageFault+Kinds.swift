import Diagnostics

extension ImageFault {
  static func truncated(format: String) -> ImageFault {
    ImageFault(
      code: "image.truncated",
      message: "The \(format) data ends before the picture does. Copy or transfer the file again.")
  }

  /// - Parameter reason: what the library said, which may quote the file.
  static func corrupt(format: String, reason: String) -> ImageFault {
    ImageFault(
      code: "image.corrupt",
      message: "The \(format) data is damaged: \(SafeText.terminal(reason)).")
  }
}
