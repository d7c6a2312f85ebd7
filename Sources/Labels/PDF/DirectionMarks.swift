import Text

/// Marks of direction (Unicode Standard Annex #9, 2.6) for a line's text in a document.
///
/// Programs that copy a text out of a document see glyphs from left to right and guess where a part that
/// runs from the right ends: they take signs such as brackets for a part of what stands before them. A mark
/// that goes with the sign says where it belongs.
struct DirectionMarks {
  /// What stands beside a sign on the page.
  struct Mark {
    fileprivate(set) var left = ""
    fileprivate(set) var right = ""
  }

  private static let (leftToRight, rightToLeft) = ("\u{200E}", "\u{200F}")

  /// What a glyph is to whoever guesses; signs such as a hyphen go with numbers.
  private enum Kind { case right, left, number, sign }

  private struct Entry {
    let cluster: Int
    let kind: Kind
    let runsFromRight: Bool
  }

  /// By where the signs' texts begin in the line's.
  private var marks: [Int: Mark] = [:]

  /// The marks of a line; nil where all of it runs from the left.
  init?(_ line: ShapedLine) {
    guard line.runs.contains(where: { $0.direction == .rightToLeft }) else { return nil }
    let entries = Self.entries(of: line)
    switch line.direction {
    case .leftToRight: markLeft(entries)
    case .rightToLeft: markRight(entries)
    }
  }

  /// The mark that goes with the text that begins at a byte.
  subscript(cluster: Int) -> Mark? { marks[cluster] }

  /// In a line from the right, signs left of what runs from the left would be read as its continuation.
  private mutating func markRight(_ entries: [Entry]) {
    var runsOn = false
    var last: Entry?
    for entry in entries.reversed() {
      if entry.runsFromRight, runsOn, entry.kind != .right {
        marks[entry.cluster, default: Mark()].right = Self.rightToLeft
        runsOn = false
      }
      if !entry.runsFromRight, let last, last.runsFromRight, last.kind == .number {
        marks[last.cluster, default: Mark()].left = Self.rightToLeft
      }
      if entry.kind == .left || entry.kind == .number { runsOn = true }
      if entry.kind == .right { runsOn = false }
      last = entry
    }
  }

  /// In a line from the left, signs right of what runs from the right would be read as its continuation.
  private mutating func markLeft(_ entries: [Entry]) {
    var runsOn = false
    for entry in entries {
      switch entry.kind {
      case .right: runsOn = true
      case .left, .number: runsOn = false
      case .sign:
        guard runsOn, !entry.runsFromRight else { continue }
        marks[entry.cluster, default: Mark()].left = Self.leftToRight
        runsOn = false
      }
    }
  }

  /// The line's glyphs from left to right.
  private static func entries(of line: ShapedLine) -> [Entry] {
    var text = line.text
    return text.withUTF8 { utf8 in
      line.runs.flatMap { run in
        let runsFromRight = run.direction == .rightToLeft
        return run.glyphs.map { glyph in
          let scalar = String(decoding: utf8[glyph.cluster...].prefix(4), as: UTF8.self)
            .unicodeScalars.first
          return Entry(
            cluster: glyph.cluster, kind: kind(of: scalar, runsFromRight),
            runsFromRight: runsFromRight)
        }
      }
    }
  }

  private static func kind(of scalar: Unicode.Scalar?, _ runsFromRight: Bool) -> Kind {
    guard let scalar else { return .sign }
    // Of the classes ES, CS and ET, which go with numbers.
    if "+-.,:/#$%".unicodeScalars.contains(scalar) || scalar.properties.numericType != nil {
      return .number
    }
    guard scalar.properties.isAlphabetic else { return .sign }
    return runsFromRight ? .right : .left
  }
}
