import Diagnostics

extension FontFault {
  /// A character that none of the fonts has, with what would have it.
  ///
  /// - Parameter offset: its place in the text, in bytes.
  static func missingGlyph(
    at offset: Int, of text: String, _ requests: [FontRequest]
  ) -> FontFault {
    let place = text.utf8.index(text.startIndex, offsetBy: offset)
    let scalar = text.unicodeScalars[place]
    let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
    let number = String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
    let names = requests.map { SafeText.quoted($0.words) }
    let fonts =
      names.count == 1
      ? "The font \(names[0]) has no" : "None of the fonts \(names.joined(separator: ", ")) has the"
    return FontFault(
      code: "font.missing-glyph",
      message: "\(fonts) character U+\(number) (\(SafeText.quoted(String(scalar)))), which is in"
        + " \(SafeText.quoted(text)).\(remedy(for: scalar))")
  }

  private static func remedy(for scalar: Unicode.Scalar) -> String {
    if let family = FontLibrary.family(with: scalar) {
      return " \(SafeText.quoted(family)) has it: add that to the list of families."
    }
    // What is installed hasn't got it, whatever its block says.
    let installed = Set(FontLibrary.families())
    let package = FontPackage.all.first {
      $0.blocks.contains { $0.contains(scalar.value) } && !installed.contains($0.family)
    }
    guard let package else { return "" }
    return " Debian's package \(package.name) may have it in \(SafeText.quoted(package.family)):"
      + " install it and add that to the list of families."
  }
}

/// A Debian package with a font for some blocks of Unicode, as a remedy to name.
private struct FontPackage {
  let name: String
  let family: String
  let blocks: [ClosedRange<UInt32>]

  static let all = [
    FontPackage(
      name: "fonts-noto-cjk", family: "Noto Sans CJK JP",
      blocks: [
        0x2E80...0x9FFF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF,
        0x20000...0x3FFFF,
      ]),
    core("Noto Sans Hebrew", [0x0590...0x05FF]),
    core("Noto Sans Arabic", [0x0600...0x06FF, 0x0750...0x077F]),
    core("Noto Sans Devanagari", [0x0900...0x097F]),
    core("Noto Sans Thai", [0x0E00...0x0E7F]),
    core("Noto Sans Symbols2", signs),
    FontPackage(name: "fonts-symbola", family: "Symbola", blocks: signs),
  ]

  private static let signs: [ClosedRange<UInt32>] = [0x2190...0x2BFF, 0x1F000...0x1FAFF]

  private static func core(_ family: String, _ blocks: [ClosedRange<UInt32>]) -> FontPackage {
    FontPackage(name: "fonts-noto-core", family: family, blocks: blocks)
  }
}
