import CHarfBuzz
import Foundation

extension FontProgram {
  /// What each glyph says by itself: the first character that the font's own table gives it to.
  ///
  /// Letters that are only another shape of letters (ligatures, joined Arabic) say those: a text
  /// that is copied out of a document is then the one that was set.
  package func texts() -> [UInt32: String] {
    guard let characters = hb_set_create(), let font = hb_font_create(face) else { return [:] }
    defer {
      hb_set_destroy(characters)
      hb_font_destroy(font)
    }
    hb_face_collect_unicodes(face, characters)
    var texts: [UInt32: String] = [:]
    var value = hb_codepoint_t.max
    while hb_set_next(characters, &value) != 0 {
      var glyph: hb_codepoint_t = 0
      guard hb_font_get_nominal_glyph(font, value, &glyph) != 0, texts[glyph] == nil,
        let scalar = Unicode.Scalar(value)
      else { continue }
      texts[glyph] = Self.plain(scalar)
    }
    return texts
  }

  /// Alphabetic and Arabic presentation forms (Unicode blocks FB00–FDFF and FE70–FEFF) as the
  /// letters that they show.
  private static func plain(_ scalar: Unicode.Scalar) -> String {
    switch scalar.value {
    case 0xFB00...0xFDFF, 0xFE70...0xFEFF:
      String(scalar).precomposedStringWithCompatibilityMapping
    default: String(scalar)
    }
  }
}
