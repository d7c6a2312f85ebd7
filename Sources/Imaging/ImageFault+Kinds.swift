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

  /// - Parameter reason: what kind of picture it is, which may quote the file.
  static func unsupported(format: String, reason: String) -> ImageFault {
    ImageFault(
      code: "image.format",
      message: "This kind of \(format) isn't read: \(SafeText.terminal(reason)). "
        + "Save the picture as PNG.")
  }

  /// The same fault, with the page on which it was met.
  func on(_ page: ImagePage) -> ImageFault {
    guard page.count > 1 else { return self }
    return ImageFault(code: code, message: "Page \(page.number) of \(page.count): \(message)")
  }
}
