import CFontconfig

/// The owner of one fontconfig pattern: a font that is asked for, or one that was found.
struct FontPattern: ~Copyable {
  private let handle: OpaquePointer

  /// What a request asks for; nil only where memory is out.
  init?(_ request: FontRequest) {
    guard let handle = FcPatternCreate() else { return nil }
    self.handle = handle
    FcPatternAddString(handle, FC_FAMILY, request.family)
    FcPatternAddInteger(
      handle, FC_WEIGHT, request.weight == .bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR)
    FcPatternAddInteger(
      handle, FC_SLANT, request.slant == .italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN)
    FcPatternAddBool(handle, FC_OUTLINE, FcBool(1))
  }

  private init(owning handle: OpaquePointer) { self.handle = handle }

  deinit { FcPatternDestroy(handle) }

  /// The installed font that fontconfig finds nearest, which may be of another family.
  borrowing func match() -> FontPattern? {
    FcConfigSubstitute(nil, handle, FcMatchPattern)
    FcDefaultSubstitute(handle)
    var result = FcResultMatch
    guard let found = FcFontMatch(nil, handle, &result) else { return nil }
    return FontPattern(owning: found)
  }

  /// All names of the family: one a language, and one without the width.
  borrowing func families() -> [String] {
    var names: [String] = []
    while let name = string(FC_FAMILY, Int32(names.count)) { names.append(name) }
    return names
  }

  borrowing func string(_ key: String, _ index: Int32 = 0) -> String? {
    var value: UnsafeMutablePointer<FcChar8>?
    guard FcPatternGetString(handle, key, index, &value) == FcResultMatch, let value else {
      return nil
    }
    return String(cString: value)
  }

  borrowing func integer(_ key: String) -> Int? {
    var value: Int32 = 0
    guard FcPatternGetInteger(handle, key, 0, &value) == FcResultMatch else { return nil }
    return Int(value)
  }
}
