/// Code 39 with all of ASCII: what Code 39 itself lacks is written as two of its characters
/// (ISO/IEC 16388:2007, annex A).
public enum Code39FullASCII {
  /// The text that the characters of a symbol stand for.
  ///
  /// - Returns: nil where a shift character has no partner, so that plain Code 39 was meant.
  public static func decode(_ text: String) -> String? {
    var decoded = String.UnicodeScalarView()
    var rest = text.unicodeScalars.makeIterator()
    while let scalar = rest.next() {
      guard let shift = Shift(rawValue: scalar) else {
        decoded.append(scalar)
        continue
      }
      guard let letter = rest.next(), let meant = shift.character(letter) else { return nil }
      decoded.append(meant)
    }
    return String(decoded)
  }

  private enum Shift: Unicode.Scalar {
    case dollar = "$"
    case percent = "%"
    case slash = "/"
    case plus = "+"

    func character(_ letter: Unicode.Scalar) -> Unicode.Scalar? {
      guard ("A"..."Z").contains(letter) else { return nil }
      let index = UInt8(letter.value) - UInt8(ascii: "A")
      switch self {
      case .dollar: return Unicode.Scalar(index + 1)
      case .plus: return Unicode.Scalar(UInt8(ascii: "a") + index)
      case .slash:
        // The digits, - and . stand for themselves.
        guard index <= 14 || letter == "Z" else { return nil }
        return letter == "Z" ? ":" : Unicode.Scalar(UInt8(ascii: "!") + index)
      case .percent: return Self.percents[letter]
      }
    }

    /// Annex A, table A.1; %X, %Y and %Z are DEL like %T.
    private static let percents: [Unicode.Scalar: Unicode.Scalar] = [
      "A": "\u{1B}", "B": "\u{1C}", "C": "\u{1D}", "D": "\u{1E}", "E": "\u{1F}", "F": ";",
      "G": "<", "H": "=", "I": ">", "J": "?", "K": "[", "L": "\\", "M": "]", "N": "^", "O": "_",
      "P": "{", "Q": "|", "R": "}", "S": "~", "T": "\u{7F}", "U": "\u{0}", "V": "@", "W": "`",
      "X": "\u{7F}", "Y": "\u{7F}", "Z": "\u{7F}",
    ]
  }
}
