/// Turns millimetres into the dots of a printer.
struct DotScale: Sendable {
  let dpi: Int

  private var perMillimetre: Double { Double(dpi) / 25.4 }

  /// The dot nearest to a length.
  func dots(_ millimetres: Double) -> Int { Int((millimetres * perMillimetre).rounded()) }

  /// The whole dots that fit in a length; a thousandth of a dot is forgiven.
  func dotsWithin(_ millimetres: Double) -> Int {
    Int((millimetres * perMillimetre + 0.001).rounded(.down))
  }

  /// The fewest whole dots that are at least a length; a fiftieth of a dot is forgiven, which is
  /// far below what a printer keeps to.
  func dotsCovering(_ millimetres: Double) -> Int {
    max(1, Int((millimetres * perMillimetre - 0.02).rounded(.up)))
  }

  /// The em square of a font of points, of which 72 are an inch.
  func dots(points: Double) -> Int { max(1, Int((points * Double(dpi) / 72).rounded())) }

  /// The length of dots, rounded up so that it suffices.
  func millimetres(_ dots: Int) -> String {
    Labels.millimetres((Double(dots) / perMillimetre * 100).rounded(.up) / 100)
  }
}

/// A length for messages: two decimals at most.
func millimetres(_ length: Double) -> String {
  let hundredths = Int((length * 100).rounded())
  let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
  if rest == 0 { return "\(whole)" }
  return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest < 10 ? "0" : "")\(rest)"
}
