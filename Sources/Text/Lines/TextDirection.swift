/// The way in which a line is read.
package enum TextDirection: Sendable {
  case leftToRight
  case rightToLeft

  /// That of a paragraph, of which each line has it; nil where all of it runs from the left.
  init?(of paragraph: Substring) {
    let scalars = paragraph.unicodeScalars
    guard scalars.contains(where: BidiLevels.matters), let bidi = BidiLevels(Array(scalars)) else {
      return nil
    }
    self = bidi.direction
  }
}
