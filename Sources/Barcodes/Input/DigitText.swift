import Diagnostics
import GS1

/// A text of digits, for the symbologies that hold nothing else.
struct DigitText {
  let text: String
  let symbology: Symbology
  private(set) var digits: [Int] = []

  /// - Throws: `EncodingFault` `symbol.character` where something isn't a digit 0–9.
  init(_ text: String, for symbology: Symbology) throws(EncodingFault) {
    (self.text, self.symbology) = (text, symbology)
    for character in text {
      guard character.isASCII, let digit = character.wholeNumberValue else {
        throw .character(
          character, at: digits.count + 1, of: text, "\(symbology.facts.title) holds digits only")
      }
      digits.append(digit)
    }
  }

  /// The digits with their check digit: one that is given is verified, one that is missing is added.
  ///
  /// - Parameter length: with the check digit.
  /// - Throws: `EncodingFault` `symbol.length` or `symbol.check-digit`.
  func checked(length: Int) throws(EncodingFault) -> [Int] {
    guard digits.count == length || digits.count == length - 1 else {
      throw wrongLength("\(length), or \(length - 1) without the check digit")
    }
    let expected = CheckDigit.compute(digits.prefix(length - 1))
    guard digits.count == length else { return digits + [expected] }
    try verify(expected)
    return digits
  }

  /// - Throws: `EncodingFault` `symbol.check-digit` where the last digit is another one.
  func verify(_ expected: Int) throws(EncodingFault) {
    guard let got = digits.last, got != expected else { return }
    throw EncodingFault(
      code: "symbol.check-digit",
      message: "The check digit of \(SafeText.quoted(text)) is wrong: got \(got), expected"
        + " \(expected).",
      position: digits.count)
  }

  func wrongLength(_ expected: String) -> EncodingFault {
    EncodingFault(
      code: "symbol.length",
      message: "\(SafeText.quoted(text)) has \(digits.count) digits; \(symbology.facts.title) has"
        + " \(expected).")
  }
}

extension EncodingFault {
  /// A character that a symbology doesn't hold.
  ///
  /// - Parameters:
  ///   - position: counted from 1.
  ///   - expected: what it holds, and what to do, without the full stop.
  static func character(
    _ character: Character, at position: Int, of text: String, _ expected: String
  ) -> EncodingFault {
    EncodingFault(
      code: "symbol.character",
      message: "Character \(position) of \(SafeText.quoted(text)) is"
        + " \(SafeText.quoted(String(character))); \(expected).",
      position: position)
  }

  static func empty(_ symbology: Symbology) -> EncodingFault {
    EncodingFault(
      code: "symbol.length",
      message: "The text is empty; \(symbology.facts.title) needs one character at least.")
  }
}
