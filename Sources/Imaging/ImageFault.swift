public import Diagnostics

/// Why a picture can't be read or written.
public struct ImageFault: Fault, Equatable, Codable {
  /// `image.unreadable`, `image.empty`, `image.format`, `image.truncated`, `image.corrupt`,
  /// `image.too-large`, `image.unwritable`.
  public let code: String
  /// What was wrong with the file and what was expected; the caller names the file.
  public let message: String

  /// A fault of a code.
  public init(code: String, message: String) {
    (self.code, self.message) = (code, message)
  }
}
