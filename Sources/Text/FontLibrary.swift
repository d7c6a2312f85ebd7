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
  /// - Throws: `font.missing`, naming the nearest family that is installed; `font.colour`.
  package static func find(_ request: FontRequest) throws(FontFault) -> FontFile {
    if FontListing.isColour(request.family) { throw colour(request) }
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
    FontListing.families { FcPatternAddBool($0, FC_OUTLINE, FcBool(1)) }
  }

  /// A family with outlines that has a character: a plain one before others, nil where none has it.
  static func family(with scalar: Unicode.Scalar) -> String? {
    let names = FontListing.families { pattern in
      FcPatternAddBool(pattern, FC_OUTLINE, FcBool(1))
      FcPatternAddBool(pattern, FC_COLOR, FcBool(0))
      guard let characters = FcCharSetCreate() else { return }
      FcCharSetAddChar(characters, scalar.value)
      FcPatternAddCharSet(pattern, FC_CHARSET, characters)
      FcCharSetDestroy(characters)
    }
    return names.first { $0.hasPrefix("DejaVu Sans") } ?? names.first { $0.hasPrefix("Noto Sans ") }
      ?? names.first
  }

  private static func colour(_ request: FontRequest) -> FontFault {
    FontFault(
      code: "font.colour",
      message: "The font \(SafeText.quoted(request.words)) has pictures in colours, which can't be"
        + " printed in black. “Noto Sans Symbols2” of Debian's package fonts-noto-core and “Symbola”"
        + " of fonts-symbola draw such signs in lines.")
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
