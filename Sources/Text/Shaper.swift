import CHarfBuzz

/// Turns parts of a line into placed glyphs of one font with HarfBuzz; the owner of its font and buffer.
final class Shaper {
  let request: FontRequest
  private let font: OpaquePointer
  private let buffer: OpaquePointer
  /// Keeps the face as long as the HarfBuzz font that reads from it.
  private let face: FontFace

  init(_ face: FontFace, _ request: FontRequest) throws(FontFault) {
    guard let font = hb_ft_font_create_referenced(face.handle), let buffer = hb_buffer_create()
    else { throw FontFault(code: "font.unreadable", message: "HarfBuzz is out of memory.") }
    // The advances must be those of the hinted glyphs, or letters drift against each other.
    hb_ft_font_set_load_flags(font, FontFace.loadFlags)
    (self.font, self.buffer, self.face, self.request) = (font, buffer, face, request)
    metrics = face.verticalMetrics
  }

  deinit {
    hb_buffer_destroy(buffer)
    hb_font_destroy(font)
  }

  let metrics: FontFace.Metrics

  /// A glyph that the font lacks.
  struct Missing: Error {
    /// The place of its character in the line's text, in bytes.
    let offset: Int
  }

  func has(_ scalar: Unicode.Scalar) -> Bool {
    var glyph: hb_codepoint_t = 0
    return hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0
  }

  /// Places the glyphs of a whole text in one script and from the left.
  ///
  /// - Parameter pen: where they begin, and then where the next ones would, in 64ths of a dot.
  func shape(_ text: inout String, pen: inout Int32) throws(Missing) -> ShapedRun {
    let all = 0..<text.utf8.count
    return try shape(&text, all, pen: &pen) { _ in }
  }

  /// Places the glyphs of an item, which sees the letters beside it.
  func shape(_ text: inout String, _ item: TextItem, pen: inout Int32) throws(Missing) -> ShapedRun
  {
    try shape(&text, item.range, pen: &pen) { buffer in
      hb_buffer_set_script(buffer, item.script)
      hb_buffer_set_direction(buffer, item.level & 1 == 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
    }
  }

  private func shape(
    _ text: inout String, _ range: Range<Int>, pen: inout Int32,
    _ properties: (OpaquePointer) -> Void
  ) throws(Missing) -> ShapedRun {
    hb_buffer_clear_contents(buffer)
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        hb_buffer_add_utf8(
          buffer, characters.baseAddress, Int32(characters.count), UInt32(range.lowerBound),
          Int32(range.count))
      }
    }
    properties(buffer)
    // What was left open: of a whole text all, else the language.
    hb_buffer_guess_segment_properties(buffer)
    hb_shape(font, buffer, nil, 0)
    var count: UInt32 = 0
    let infos = hb_buffer_get_glyph_infos(buffer, &count)
    let positions = hb_buffer_get_glyph_positions(buffer, &count)
    return try place(
      UnsafeBufferPointer(start: infos, count: Int(count)),
      UnsafeBufferPointer(start: positions, count: Int(count)), &pen)
  }

  private func place(
    _ infos: UnsafeBufferPointer<hb_glyph_info_t>,
    _ positions: UnsafeBufferPointer<hb_glyph_position_t>, _ pen: inout Int32
  ) throws(Missing) -> ShapedRun {
    var glyphs: [PlacedGlyph] = []
    glyphs.reserveCapacity(infos.count)
    for (info, position) in zip(infos, positions) {
      guard info.codepoint != 0 else { throw Missing(offset: Int(info.cluster)) }
      let glyph = face.glyph(info.codepoint)
      glyphs.append(
        PlacedGlyph(
          id: info.codepoint, cluster: Int(info.cluster),
          origin: (pen + position.x_offset, position.y_offset), advance: position.x_advance,
          glyph: glyph, x: Self.dots(pen + position.x_offset) + glyph.left,
          y: -Self.dots(position.y_offset) - glyph.top))
      pen += position.x_advance
    }
    let isFromRight = hb_buffer_get_direction(buffer) == HB_DIRECTION_RTL
    return ShapedRun(
      request: request, file: face.file, size: face.size, glyphs: glyphs,
      direction: isFromRight ? .rightToLeft : .leftToRight)
  }

  /// HarfBuzz over FreeType counts 64ths of a dot.
  static func dots(_ value: Int32) -> Int { Int((value + 32) >> 6) }
}
