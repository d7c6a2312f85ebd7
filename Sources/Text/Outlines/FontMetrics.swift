/// The measures of a font that a document tells beside it, in thousandths of the em square.
package struct FontMetrics: Sendable, Equatable {
  /// Whether its outlines are TrueType's or those of a Compact Font Format.
  package enum Outlines: Sendable, Equatable {
    case trueType, compact
  }

  package let outlines: Outlines
  package let unitsPerEm: Int
  /// Left, bottom, right and top edge of the box that holds every glyph.
  package let box: [Int]
  package let ascent: Int
  package let descent: Int
  package let capHeight: Int
  /// Degrees anticlockwise from upright; negative where letters lean to the right.
  package let italicAngle: Int
  package let isFixedPitch: Bool
  /// Embedding permissions of OpenType, table `OS/2`, `fsType`: bit 1 alone forbids it.
  let mayBeEmbedded: Bool

  static let none = FontMetrics(
    outlines: .trueType, unitsPerEm: 1000, box: [0, 0, 0, 0], ascent: 0, descent: 0, capHeight: 0,
    italicAngle: 0, isFixedPitch: false, mayBeEmbedded: false)

  /// A length of the font's own units.
  func thousandths(_ units: Int) -> Int { Self.thousandths(units, unitsPerEm) }

  private static func thousandths(_ units: Int, _ unitsPerEm: Int) -> Int {
    Int((Double(units) * 1000 / Double(unitsPerEm)).rounded())
  }
}

extension FontMetrics {
  /// The measures of tables; nil for a font without outlines that a document can hold.
  init?(_ tables: FontTables) {
    let (head, hhea, post, os2) = (tables["head"], tables["hhea"], tables["post"], tables["OS/2"])
    guard let unitsPerEm = head.word(at: 18), unitsPerEm > 0,
      let outlines = Self.outlines(tables),
      let ascent = hhea.signedWord(at: 4), let descent = hhea.signedWord(at: 6)
    else { return nil }
    let thousandths = { Self.thousandths($0, unitsPerEm) }
    (self.outlines, self.unitsPerEm) = (outlines, unitsPerEm)
    box = [36, 38, 40, 42].map { thousandths(head.signedWord(at: $0) ?? 0) }
    (self.ascent, self.descent) = (thousandths(ascent), thousandths(descent))
    // The height of capitals is in the table from its version 2 on.
    let capitals = os2.word(at: 0).map { $0 >= 2 } ?? false ? os2.signedWord(at: 88) : nil
    capHeight = thousandths(capitals ?? ascent)
    italicAngle = post.signedWord(at: 4) ?? 0
    isFixedPitch = (post.word(at: 12) ?? 0) | (post.word(at: 14) ?? 0) != 0
    mayBeEmbedded = (os2.word(at: 8) ?? 0) & 0xF != 2
  }

  private static func outlines(_ tables: FontTables) -> Outlines? {
    if !tables["glyf"].isEmpty { return .trueType }
    return tables["CFF "].isEmpty ? nil : .compact
  }
}
