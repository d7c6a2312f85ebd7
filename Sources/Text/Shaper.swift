import CHarfBuzz
import Diagnostics

/// Turns a line of text into placed glyphs with HarfBuzz; the owner of its font and buffer.
///
/// Script and direction are guessed once for the whole line: text in one direction comes out
/// right in any script. A line that mixes directions (Latin and Hebrew) would have to be reordered
/// by the Unicode Bidirectional Algorithm (UAX #9), and is refused.
final class Shaper {
  private let font: OpaquePointer
  private let buffer: OpaquePointer
  /// Keeps the face as long as the HarfBuzz font that reads from it.
  private let face: FontFace

  init(_ face: FontFace) throws(FontFault) {
    guard let font = hb_ft_font_create_referenced(face.handle), let buffer = hb_buffer_create()
    else { throw FontFault(code: "font.unreadable", message: "HarfBuzz is out of memory.") }
    // The advances must be those of the hinted glyphs, or letters drift against each other.
    hb_ft_font_set_load_flags(font, FontFace.loadFlags)
    (self.font, self.buffer, self.face) = (font, buffer, face)
  }

  deinit {
    hb_buffer_destroy(buffer)
    hb_font_destroy(font)
  }

  /// Places the glyphs of a line from its left end.
  ///
  /// - Throws: `font.missing-glyph` where the font lacks a character.
  func shape(_ text: String, in request: FontRequest) throws(FontFault) -> ShapedLine {
    guard !text.mixesDirections else {
      throw FontFault(
        code: "font.mixed-directions",
        message:
          "\(SafeText.quoted(text)) mixes writing from the left with writing from the right, "
          + "which can't be set in one line yet; put them in two texts.")
    }
    hb_buffer_clear_contents(buffer)
    var text = text
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        hb_buffer_add_utf8(
          buffer, characters.baseAddress, Int32(characters.count), 0, Int32(characters.count))
      }
    }
    hb_buffer_guess_segment_properties(buffer)
    hb_shape(font, buffer, nil, 0)
    var count: UInt32 = 0
    let infos = hb_buffer_get_glyph_infos(buffer, &count)
    let positions = hb_buffer_get_glyph_positions(buffer, &count)
    guard let infos, let positions else { return ShapedLine(text, runs: [], advance: 0) }
    return try place(
      UnsafeBufferPointer(start: infos, count: Int(count)),
      UnsafeBufferPointer(start: positions, count: Int(count)), text, request)
  }

  private func place(
    _ infos: UnsafeBufferPointer<hb_glyph_info_t>,
    _ positions: UnsafeBufferPointer<hb_glyph_position_t>, _ text: String, _ request: FontRequest
  ) throws(FontFault) -> ShapedLine {
    var glyphs: [PlacedGlyph] = []
    glyphs.reserveCapacity(infos.count)
    var pen: Int32 = 0
    for (info, position) in zip(infos, positions) {
      guard info.codepoint != 0 else {
        throw Self.missingGlyph(at: Int(info.cluster), of: text, request)
      }
      let glyph = face.glyph(info.codepoint)
      glyphs.append(
        PlacedGlyph(
          id: info.codepoint, cluster: Int(info.cluster),
          origin: (pen + position.x_offset, position.y_offset), advance: position.x_advance,
          glyph: glyph, x: Self.dots(pen + position.x_offset) + glyph.left,
          y: -Self.dots(position.y_offset) - glyph.top))
      pen += position.x_advance
    }
    let run = ShapedRun(request: request, file: face.file, size: face.size, glyphs: glyphs)
    return ShapedLine(text, runs: [run], advance: Self.dots(pen))
  }

  /// HarfBuzz over FreeType counts 64ths of a dot.
  private static func dots(_ value: Int32) -> Int { Int((value + 32) >> 6) }

  private static func missingGlyph(
    at offset: Int, of text: String, _ request: FontRequest
  ) -> FontFault {
    let scalar = text.unicodeScalars[text.utf8.index(text.startIndex, offsetBy: offset)]
    let hexadecimal = String(scalar.value, radix: 16, uppercase: true)
    let number = String(repeating: "0", count: max(0, 4 - hexadecimal.count)) + hexadecimal
    return FontFault(
      code: "font.missing-glyph",
      message: "The font \(SafeText.quoted(request.words)) has no character U+\(number) "
        + "(\(SafeText.quoted(String(scalar)))), which is in \(SafeText.quoted(text)).")
  }
}

extension String {
  /// Whether letters or digits that run from the left stand beside letters that run from the right
  /// (Hebrew, Arabic, Syriac, Thaana, N’Ko and their presentation forms).
  fileprivate var mixesDirections: Bool {
    let isFromRight = { (scalar: Unicode.Scalar) in
      switch scalar.value {
      case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF,
        0x1E800...0x1EFFF:
        true
      default: false
      }
    }
    guard !utf8.allSatisfy({ $0 < 0x80 }), unicodeScalars.contains(where: isFromRight) else {
      return false
    }
    return unicodeScalars.contains { scalar in
      !isFromRight(scalar)
        && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
    }
  }
}
