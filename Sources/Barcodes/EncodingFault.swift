public import Diagnostics

/// Why a text can't be encoded.
public struct EncodingFault: Fault, Equatable {
  /// `symbol.character`, `symbol.length`, `symbol.check-digit`, `symbol.too-long`,
  /// `symbol.option`, `symbol.not-writable`; of GS1 messages those of `GS1Problem`.
  public let code: String
  /// What was got, what was expected.
  public let message: String
  /// Where in the text, counted in characters from 1; nil where no one place is to blame.
  public let position: Int?

  /// A fault with its place in the text.
  public init(code: String, message: String, position: Int? = nil) {
    (self.code, self.message, self.position) = (code, message, position)
  }
}
