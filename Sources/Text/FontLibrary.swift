import CFontconfig
import Diagnostics

/// A font file of the system and the face in it.
package struct FontFile: Sendable, Hashable {
  package let path: String
  package let faceIndex: Int
}

/// The fonts that are installed, as fontconfig knows them.
///
/// fontconfig always answers, if need be with a font of another name; labels that come out in
/// another font unasked are worse than none, so such an answer is refused here.
package enum FontLibrary {
  /// The Debian package with the family that templates use by default.
  private static let defaultPackage = "fonts-dejavu-core"

  /// The file of a font.
  ///
  /// - Throws: `font.missing`, naming the nearest family that is installed.
  package static func find(_ request: FontRequest) throws(FontFault) -> FontFile {
    guard let wanted = FontPattern(request), let found = wanted.match() else {
      throw missing(request, "no fonts are installed")
    }
    guard found.families().contains(where: { $0.lowercased() == request.family.lowercased() })
    else { throw missing(request, hint(for: request.family)) }
    guard hasStyle(of: request, found) else {
      throw missing(request, "the family is installed, but not in this style")
    }
    guard let path = found.string(FC_FILE) else { throw missing(request, "it has no file") }
    return FontFile(path: path, faceIndex: found.integer(FC_INDEX) ?? 0)
  }

  /// The names of all installed families with outlines, sorted.
  package static func families() -> [String] {
    guard let all = FcPatternCreate(), let keys = FcObjectSetCreate() else { return [] }
    defer {
      FcPatternDestroy(all)
      FcObjectSetDestroy(keys)
    }
    FcPatternAddBool(all, FC_OUTLINE, FcBool(1))
    FcObjectSetAdd(keys, FC_FAMILY)
    guard let list = FcFontList(nil, all, keys) else { return [] }
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

  /// A family without a bold or an italic is found all the same, in the style that it has.
  private static func hasStyle(of request: FontRequest, _ found: borrowing FontPattern) -> Bool {
    let isBold = (found.integer(FC_WEIGHT) ?? Int(FC_WEIGHT_REGULAR)) >= Int(FC_WEIGHT_DEMIBOLD)
    let leans = (found.integer(FC_SLANT) ?? Int(FC_SLANT_ROMAN)) != Int(FC_SLANT_ROMAN)
    return isBold == (request.weight == .bold) && leans == (request.slant == .italic)
  }

  private static func missing(_ request: FontRequest, _ reason: String) -> FontFault {
    FontFault(
      code: "font.missing",
      message: "The font \(SafeText.quoted(request.words)) isn't installed: \(reason). DejaVu Sans "
        + "comes with Debian's package \(defaultPackage).")
  }

  private static func hint(for family: String) -> String {
    let installed = families()
    guard let nearest = Suggestion.nearest(to: family, among: installed) else {
      return "of \(installed.count) families none has such a name; `fc-list : family` lists them"
    }
    return "the nearest family is \(SafeText.quoted(nearest))"
  }
}
