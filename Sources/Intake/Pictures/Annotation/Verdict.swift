package import Imaging
package import Scanning

/// How far a symbol can be trusted, as the marks in a picture show it.
package enum Verdict: Sendable {
  case valid, weak, notValid

  package init(_ symbol: ScannedSymbol) {
    self = !symbol.valid ? .notValid : symbol.weak ? .weak : .valid
  }

  /// The colour of the outline and of the caption's ground.
  package var colour: PixelColour {
    switch self {
    case .valid: PixelColour(red: 0, green: 200, blue: 83)
    case .weak: PixelColour(red: 255, green: 176, blue: 0)
    case .notValid: PixelColour(red: 211, green: 33, blue: 33)
    }
  }

  /// The colour of text on that ground: with each at least 4.5 to 1 (WCAG 2.2, 1.4.3).
  var ink: PixelColour { self == .notValid ? .white : .black }

  /// What the caption says beside the colour, for people who can't tell red from green.
  var word: String? {
    switch self {
    case .valid: nil
    case .weak: "weak"
    case .notValid: "not valid"
    }
  }
}
