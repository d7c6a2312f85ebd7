import Diagnostics
import GS1

/// The text of an EAN-13 or UPC as it is written and scanned: its number, and behind a space or `+` the 2 or 5
/// digits of an add-on (ISO/IEC 15420:2009, 4.2.5).
struct RetailText {
  let number: String
  /// The digits of the add-on; nil where there is none.
  let addOn: String?

  private let text: String
  private let symbology: Symbology

  /// Digits of an add-on.
  private static let lengths: Set = [2, 5]

  init(_ text: String, for symbology: Symbology) {
    (self.text, self.symbology) = (text, symbology)
    let separator = text.lastIndex { $0 == " " || $0 == "+" }
    number = separator.map { String(text[..<$0]) } ?? text
    addOn = separator.map { String(text[text.index(after: $0)...]) }
  }

  /// A number that takes no add-on.
  init(alone number: String, for symbology: Symbology) {
    (text, self.symbology, self.number, addOn) = (number, symbology, number, nil)
  }

  /// - Throws: `EncodingFault` as `joined`.
  func checkAddOn() throws(EncodingFault) { _ = try addOnDigits() }

  /// Whether what stands behind the separator is an add-on.
  var hasAddOn: Bool { (try? addOnDigits()) != nil }

  /// The digits of the number, not yet counted.
  func digits() throws(EncodingFault) -> DigitText { try DigitText(number, for: symbology) }

  /// A pattern with the add-on, where there is one, behind it.
  ///
  /// Between both is the quiet zone that the symbol has on the right anyway, the least that is
  /// allowed; 12 modules are the most (GS1 General Specifications, 5.2.3.4).
  /// - Throws: `EncodingFault` `symbol.character` or `symbol.length`, with the place in the text.
  func joined(_ pattern: BarPattern) throws(EncodingFault) -> BarPattern {
    guard let digits = try addOnDigits() else { return pattern }
    let gap = symbology.facts.quietZone.right
    return BarPattern(
      widths: pattern.widths + [UInt8(gap)] + EANAddOnEncoder.widths(digits),
      guardBars: pattern.guardBars,
      addOnStart: pattern.widths.count + 1)
  }

  /// A text of the number with the add-on behind a space.
  func joined(_ number: String) -> String { addOn.map { "\(number) \($0)" } ?? number }

  private func addOnDigits() throws(EncodingFault) -> [Int]? {
    guard let addOn else { return nil }
    var digits: [Int] = []
    for character in addOn {
      guard character.isASCII, let digit = character.wholeNumberValue else {
        throw .character(
          character, at: number.count + 2 + digits.count, of: text,
          "an add-on holds digits only")
      }
      digits.append(digit)
    }
    guard Self.lengths.contains(digits.count) else { throw wrongLength(digits.count) }
    return digits
  }

  private func wrongLength(_ count: Int) -> EncodingFault {
    EncodingFault(
      code: "symbol.length",
      message: "The add-on of \(SafeText.quoted(text)) has \(count) digits; expected 2 or 5.",
      position: number.count + 2)
  }
}
