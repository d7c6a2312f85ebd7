/// What a Data Matrix symbol is to say: words that stand before all others, then characters.
struct DataMatrixContent {
  let prefix: [UInt8]
  let characters: [DataMatrixCharacter]

  /// A text as UTF-8, without an ECI.
  ///
  /// The standard reads bytes without an ECI as Latin-1 (5.2.2), but readers guess: zxing-cpp, and
  /// our own on top of libdmtx, find UTF-8 where it is valid, and take some Latin-1 for Shift JIS.
  /// ECI 26 would say so, but libdmtx by itself gives its number as a character (U+001A) of the
  /// text. UTF-8 alone comes back from both, as it does in QR Code.
  init(text: String) {
    let characters = text.utf8.map(DataMatrixCharacter.init)
    (prefix, self.characters) = Self.macro(characters) ?? ([], characters)
  }

  /// A GS1 message as a reader sends it: FNC1 comes first, and stands for each separator.
  init(gs1 scanned: String) {
    prefix = [232]
    characters = scanned.utf8.map { $0 == 0x1D ? .fnc1 : DataMatrixCharacter($0) }
  }

  /// The header and trailer of ISO/IEC 15434, formats 05 and 06, as one word (5.2.4.7, Table 4).
  private static func macro(
    _ characters: [DataMatrixCharacter]
  ) -> (prefix: [UInt8], characters: [DataMatrixCharacter])? {
    let trailer = Array("\u{1E}\u{04}".utf16)
    for (word, format) in [(236 as UInt8, "05"), (237, "06")] {
      let header = Array("[)>\u{1E}\(format)\u{1D}".utf16)
      guard characters.count >= header.count + trailer.count, characters.starts(with: header),
        characters.suffix(trailer.count).elementsEqual(trailer)
      else { continue }
      return ([word], Array(characters.dropFirst(header.count).dropLast(trailer.count)))
    }
    return nil
  }
}
