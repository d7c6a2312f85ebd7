import CFriBidi

/// The embedding levels of a line's characters by the Unicode Bidirectional Algorithm (UAX #9): those
/// of odd levels run from right to left.
struct BidiLevels {
  let levels: [Int8]
  /// That of the whole line.
  let direction: TextDirection

  /// Nil only where memory is out.
  ///
  /// - Parameter direction: that of the paragraph; nil for that of its first strong letter.
  init?(_ scalars: [Unicode.Scalar], _ direction: TextDirection? = nil) {
    guard direction == .rightToLeft || scalars.contains(where: Self.matters) else {
      levels = Array(repeating: 0, count: scalars.count)
      self.direction = .leftToRight
      return
    }
    let count = scalars.count
    var levels = [Int8](repeating: 0, count: count)
    let asked: Int32 = direction.map { $0 == .rightToLeft ? 1 : 0 } ?? -1
    let taken = tally_bidi_levels(scalars.map(\.value), Int32(count), asked, &levels)
    guard taken >= 0 else { return nil }
    self.levels = levels
    self.direction = taken == 1 ? .rightToLeft : .leftToRight
  }

  /// Whether a character runs from the right (Hebrew, Arabic, Syriac, Thaana, N’Ko and others), or says
  /// which way others do.
  static func matters(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFE, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    case 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
