import CFontconfig

/// Lists of installed families.
enum FontListing {
  /// The names of all families that a pattern fits, sorted.
  static func families(_ fill: (OpaquePointer) -> Void) -> [String] {
    guard let pattern = FcPatternCreate(), let keys = FcObjectSetCreate() else { return [] }
    defer {
      FcPatternDestroy(pattern)
      FcObjectSetDestroy(keys)
    }
    fill(pattern)
    FcObjectSetAdd(keys, FC_FAMILY)
    guard let list = FcFontList(nil, pattern, keys) else { return [] }
    defer { FcFontSetDestroy(list) }
    var names: Set<String> = []
    for index in 0..<Int(list.pointee.nfont) {
      var name: UnsafeMutablePointer<FcChar8>?
      let font = list.pointee.fonts[index]
      if FcPatternGetString(font, FC_FAMILY, 0, &name) == FcResultMatch, let name {
        names.insert(String(cString: name))
      }
    }
    return names.sorted()
  }

  /// Whether an installed family has its glyphs in colours.
  static func isColour(_ family: String) -> Bool {
    let found = families { pattern in
      FcPatternAddString(pattern, FC_FAMILY, family)
      FcPatternAddBool(pattern, FC_COLOR, FcBool(1))
    }
    return !found.isEmpty
  }
}
