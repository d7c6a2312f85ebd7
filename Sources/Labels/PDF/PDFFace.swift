import Diagnostics
import Text

/// A font as a document uses it: its name there, and what its glyphs say by themselves.
final class PDFFace {
  /// The name among the document's resources; made of the file's, so that it is the same whoever
  /// asks for it first.
  let name: String
  let program: FontProgram
  private(set) var use = PDFFontUse()
  /// Whether something was used that wasn't told yet.
  private(set) var hasNews = false
  /// The only character of glyphs that say one; 0 for others.
  private var characters: [UInt32] = []
  /// What other glyphs say.
  private let texts: [UInt32: String]

  /// - Throws: `font.unreadable`, `font.not-embeddable`.
  init(_ file: FontFile) throws(FontFault) {
    program = try FontProgram(file)
    texts = program.texts()
    characters = Array(repeating: 0, count: Int((texts.keys.max() ?? 0) + 1))
    for (glyph, text) in texts {
      let scalars = text.unicodeScalars
      guard let first = scalars.first, scalars.count == 1 else { continue }
      characters[Int(glyph)] = first.value
    }
    name = Self.name(of: file)
  }

  /// A font for a document's end, with what was used of it.
  init(_ file: FontFile, use: PDFFontUse) throws(FontFault) {
    program = try FontProgram(file)
    texts = program.texts()
    (name, self.use) = (Self.name(of: file), use)
  }

  /// Notes that a glyph is shown.
  @inline(__always)
  func show(_ glyph: UInt32) { if use.insert(glyph) { hasNews = true } }

  /// Notes that a glyph is shown that stands for a text here.
  func show(_ glyph: UInt32, says text: String) {
    if use.insert(glyph, says: text) { hasNews = true }
  }

  /// Tells what is new.
  func tell(_ uses: PDFFontUses) {
    guard hasNews else { return }
    uses.merge(use, of: program.file)
    hasNews = false
  }

  /// What a glyph says by itself; nil where the font doesn't tell.
  func text(of glyph: UInt32) -> String? { texts[glyph] }

  /// Whether a glyph says just a text by itself.
  @inline(__always)
  func says(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ glyph: UInt32) -> Bool {
    if text.count == 1, let byte = text.first, byte < 0x80, Int(glyph) < characters.count {
      return characters[Int(glyph)] == UInt32(byte)
    }
    return texts[glyph].map { $0.utf8.elementsEqual(text) } ?? false
  }

  private static func name(of file: FontFile) -> String {
    "F" + hash("\(file.path)#\(file.faceIndex)")
  }

  /// FNV-1a of 32 bits, in hexadecimal.
  private static func hash(_ text: String) -> String {
    var hash: UInt32 = 2_166_136_261
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
    return Hex.text((0..<4).map { UInt8(truncatingIfNeeded: hash >> (24 - 8 * $0)) })
  }
}
