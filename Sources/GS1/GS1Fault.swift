public import Diagnostics

/// Why a text isn't what GS1 says it should be.
public struct GS1Fault: Fault, Equatable {
  /// `gs1.character`, `gs1.length`, `gs1.check-digit`, `gs1.upc-e`.
  public let code: String
  /// What was got, what was expected.
  public let message: String
  /// Where in the text, counted in characters from 1; nil where no one place is to blame.
  public let position: Int?

  /// A fault with its place in the text.
  public init(code: String, message: String, position: Int? = nil) {
    (self.code, self.message, self.position) = (code, message, position)
  }

  static func notADigit(_ character: Character, in text: String, position: Int) -> GS1Fault {
    GS1Fault(
      code: "gs1.character",
      message: "Character \(position) of \(SafeText.quoted(text)) is"
        + " \(SafeText.quoted(String(character))); expected a digit 0–9.",
      position: position)
  }

  static func tooShort(got: Int, expected: String) -> GS1Fault {
    GS1Fault(code: "gs1.length", message: "Got \(got) digits, expected \(expected).")
  }

  static func wrongCheckDigit(digits: String, got: Int, expected: Int) -> GS1Fault {
    GS1Fault(
      code: "gs1.check-digit",
      message: "The check digit of \(SafeText.quoted(digits)) is wrong: got \(got), expected"
        + " \(expected).",
      position: digits.count)
  }
}
