import Diagnostics

/// What a Data Matrix symbol is to say: words that stand before all others, then characters.
struct DataMatrixContent {
  let prefix: [UInt8]
  let characters: [DataMatrixCharacter]

  /// A text, as bytes that readers make the same text of.
  ///
  /// Latin-1 is what the standard reads without more ado (5.2.2). All else is UTF-8 behind ECI 26,
  /// which zxing-cpp obeys; readers that pass over an ECI (libdmtx) or guess find valid UTF-8. For
  /// their sake Latin-1 that looks like UTF-8 (“Ã¼”) is written as UTF-8, too.
  init(text: String) {
    if let latin1 = Self.latin1(text) {
      (prefix, characters) = Self.macro(latin1) ?? ([], latin1)
    } else {
      prefix = [241, 27]
      characters = text.utf8.map(DataMatrixCharacter.init)
    }
  }

  /// A GS1 message as a reader sends it: FNC1 comes first, and stands for each separator.
  init(gs1 scanned: String) {
    prefix = [232]
    characters = scanned.utf8.map { $0 == 0x1D ? .fnc1 : DataMatrixCharacter($0) }
  }

  private static func latin1(_ text: String) -> [DataMatrixCharacter]? {
    guard text.unicodeScalars.allSatisfy({ $0.value < 256 }) else { return nil }
    let bytes = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    let isASCII = bytes.allSatisfy { $0 < 128 }
    guard isASCII || String(validating: bytes, as: UTF8.self) == nil else { return nil }
    return bytes.map(DataMatrixCharacter.init)
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
