/// A typeface by name, as a template asks for it.
package struct FontRequest: Hashable, Sendable {
  /// How heavy the strokes are.
  package enum Weight: String, Sendable, CaseIterable {
    case regular, bold
  }

  /// Whether the letters lean.
  package enum Slant: String, Sendable, CaseIterable {
    case upright, italic
  }

  /// A family as fontconfig knows it, in any case of letters.
  package var family: String
  /// Families for characters that the first lacks, in their order.
  package var fallbacks: [String]
  package var weight: Weight
  package var slant: Slant

  package init(
    family: String, fallbacks: [String] = [], weight: Weight = .regular, slant: Slant = .upright
  ) {
    (self.family, self.fallbacks) = (family, fallbacks)
    (self.weight, self.slant) = (weight, slant)
  }

  /// A request for each of its families.
  var each: [FontRequest] {
    ([family] + fallbacks).map { FontRequest(family: $0, weight: weight, slant: slant) }
  }

  /// Family and style in words, for messages.
  var words: String {
    ([family] + (weight == .bold ? ["bold"] : []) + (slant == .italic ? ["italic"] : []))
      .joined(separator: " ")
  }
}
