/// The few colours of a terminal that carry a meaning (ECMA-48, 8.3.117).
package enum Colour: String, Sendable {
  case good = "32"
  case warning = "33"
  case bad = "31"
  case faint = "2"
  case strong = "1"

  /// The text between the sequences that switch the colour on and off.
  package func paint(_ text: String) -> String { "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" }
}
