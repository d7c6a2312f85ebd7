import CHarfBuzz

/// Splits a line into items.
struct TextItemizer {
  /// Whether a font has a glyph of a character, by the font's place in the list of families.
  let has: (_ face: Int, _ scalar: Unicode.Scalar) -> Bool
  let faces: Int

  /// A character that no font has.
  struct Missing: Error {
    /// Its place in the line's text, in bytes.
    let offset: Int
  }

  /// The items of a line in the order of its text.
  func items(of text: String, levels: [Int8]) throws(Missing) -> [TextItem] {
    let scripts = Self.scripts(of: text.unicodeScalars)
    var items: [TextItem] = []
    var (index, offset, face) = (0, 0, 0)
    for cluster in text {
      face = try self.face(of: cluster, at: offset, after: face)
      for scalar in cluster.unicodeScalars {
        let end = offset + UTF8.width(scalar)
        let item = TextItem(
          range: offset..<end, face: face, script: scripts[index], level: levels[index])
        append(item, to: &items)
        (index, offset) = (index + 1, end)
      }
    }
    return items
  }

  private func append(_ item: TextItem, to items: inout [TextItem]) {
    if let last = items.last, last.face == item.face, last.script == item.script,
      last.level == item.level
    {
      items[items.count - 1].range = last.range.lowerBound..<item.range.upperBound
    } else {
      items.append(item)
    }
  }

  /// The first font with all of a cluster; white space goes with what stands before it.
  ///
  /// A mark that no font has may still be in one glyph with its letter, which only shaping tells.
  private func face(
    of cluster: Character, at offset: Int, after previous: Int
  ) throws(Missing) -> Int {
    let scalars = cluster.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint }
    if cluster.isWhitespace, scalars.allSatisfy({ has(previous, $0) }) { return previous }
    let order = 0..<faces
    if let face = order.first(where: { face in scalars.allSatisfy { has(face, $0) } }) {
      return face
    }
    guard let base = scalars.first, let face = order.first(where: { has($0, base) }) else {
      throw Missing(offset: offset)
    }
    return face
  }

  /// The script of each character; what all scripts share goes with the letters before it, at the
  /// beginning with those behind it.
  private static func scripts(of scalars: String.UnicodeScalarView) -> [hb_script_t] {
    let functions = hb_unicode_funcs_get_default()
    var scripts = scalars.map { hb_unicode_script(functions, $0.value) }
    let shared = [HB_SCRIPT_COMMON, HB_SCRIPT_INHERITED, HB_SCRIPT_UNKNOWN]
    var current = scripts.first { !shared.contains($0) } ?? HB_SCRIPT_COMMON
    for index in scripts.indices {
      if shared.contains(scripts[index]) {
        scripts[index] = current
      } else {
        current = scripts[index]
      }
    }
    return scripts
  }
}
