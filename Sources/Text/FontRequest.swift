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
  package var weight: Weight
  package var slant: Slant

  package init(family: String, weight: Weight = .regular, slant: Slant = .upright) {
    (self.family, self.weight, self.slant) = (family, weight, slant)
  }

  /// Family and style in words, for messages.
  var words: String {
    ([family] + (weight == .bold ? ["bold"] : []) + (slant == .italic ? ["italic"] : []))
      .joined(separator: " ")
  }
}
