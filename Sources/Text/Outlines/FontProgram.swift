import CHarfBuzz
import Diagnostics

/// A font file as documents embed it: its measures, what its glyphs say, and subsets of it.
///
/// The owner of a HarfBuzz face; for one thread at a time.
package final class FontProgram {
  package let file: FontFile
  /// The name that the font has among printers, of letters that PDF allows in names.
  package let name: String
  package let metrics: FontMetrics
  let face: OpaquePointer
  private let font: OpaquePointer
  private var widths: [UInt32: Int] = [:]

  /// - Throws: `font.unreadable`, `font.not-embeddable`.
  package init(_ file: FontFile) throws(FontFault) {
    guard let bytes = FontBytes.of(file.path),
      let blob = hb_blob_create_or_fail(
        bytes.start.assumingMemoryBound(to: CChar.self), UInt32(clamping: bytes.count),
        HB_MEMORY_MODE_READONLY, nil, nil)
    else {
      throw FontFault(
        code: "font.unreadable", message: "The font file \(file.path) can't be read.")
    }
    defer { hb_blob_destroy(blob) }
    guard let face = hb_face_create(blob, UInt32(file.faceIndex & 0xFFFF)),
      let font = hb_font_create(face)
    else { throw FontFault(code: "font.unreadable", message: "HarfBuzz is out of memory.") }
    let tables = FontTables(face)
    let metrics = FontMetrics(tables)
    (self.face, self.font, self.file) = (face, font, file)
    name = Self.name(of: face)
    // Until it is known to be a font with outlines, so that deinit has something to destroy.
    self.metrics = metrics ?? .none
    guard let metrics else { throw Self.unfit(file, "it has no outlines of TrueType or CFF") }
    guard metrics.mayBeEmbedded else { throw Self.unfit(file, "its licence forbids that") }
    guard file.faceIndex >> 16 == 0 else {
      throw Self.unfit(file, "it is an instance of a variable font")
    }
    let unitsPerEm = Int32(metrics.unitsPerEm)
    hb_font_set_scale(font, unitsPerEm, unitsPerEm)
  }

  deinit {
    hb_font_destroy(font)
    hb_face_destroy(face)
  }

  /// The advance of a glyph in thousandths of the em square.
  package func width(_ glyph: UInt32) -> Int {
    if let width = widths[glyph] { return width }
    let width = metrics.thousandths(Int(hb_font_get_glyph_h_advance(font, glyph)))
    widths[glyph] = width
    return width
  }

  private static func unfit(_ file: FontFile, _ reason: String) -> FontFault {
    FontFault(
      code: "font.not-embeddable",
      message: "The font file \(SafeText.terminal(file.path)) can't be put into a PDF: \(reason). "
        + "Take another font.")
  }

  /// Letters, digits and hyphens of the PostScript name (name 6 of the table `name`).
  private static func name(of face: OpaquePointer) -> String {
    var letters = [CChar](repeating: 0, count: 64)
    var count = UInt32(letters.count)
    hb_ot_name_get_utf8(
      face, hb_ot_name_id_t(HB_OT_NAME_ID_POSTSCRIPT_NAME), nil, &count, &letters)
    let name = letters.prefix(Int(count)).compactMap { letter -> Character? in
      let character = Character(Unicode.Scalar(UInt8(bitPattern: letter)))
      return character.isASCII && (character.isLetter || character.isNumber || character == "-")
        ? character : nil
    }
    return name.isEmpty ? "Font" : String(name)
  }
}
