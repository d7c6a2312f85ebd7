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
  private var fragments = LineFragments()

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
    if let known = text.withUTF8({ fragments.glyphs(of: $0) }) { return place(known, &pen) }
    let glyphs = try shape(&text, 0..<text.utf8.count) { _ in }
    text.withUTF8 { fragments.learn($0, glyphs) }
    return place(glyphs, &pen)
  }

  /// Places the glyphs of an item, which sees the letters beside it.
  func shape(_ text: inout String, _ item: TextItem, pen: inout Int32) throws(Missing) -> ShapedRun
  {
    let glyphs = try shape(&text, item.range) { buffer in
      hb_buffer_set_script(buffer, item.script)
      hb_buffer_set_direction(buffer, item.level & 1 == 1 ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
    }
    return place(glyphs, &pen)
  }

  private func shape(
    _ text: inout String, _ range: Range<Int>, _ properties: (OpaquePointer) -> Void
  ) throws(Missing) -> [ShapedGlyph] {
    hb_buffer_clear_contents(buffer)
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_PRODUCE_UNSAFE_TO_CONCAT)
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
    return try Self.glyphs(
      UnsafeBufferPointer(start: infos, count: Int(count)),
      UnsafeBufferPointer(start: positions, count: Int(count)))
  }

  private static func glyphs(
    _ infos: UnsafeBufferPointer<hb_glyph_info_t>,
    _ positions: UnsafeBufferPointer<hb_glyph_position_t>
  ) throws(Missing) -> [ShapedGlyph] {
    if let missing = infos.first(where: { $0.codepoint == 0 }) {
      throw Missing(offset: Int(missing.cluster))
    }
    return zip(infos, positions).map { info, position in
      ShapedGlyph(
        id: info.codepoint, cluster: Int(info.cluster),
        offset: (position.x_offset, position.y_offset), advance: position.x_advance,
        isFreeBefore: info.mask & HB_GLYPH_FLAG_UNSAFE_TO_CONCAT.rawValue == 0)
    }
  }

  private func place(_ shaped: [ShapedGlyph], _ pen: inout Int32) -> ShapedRun {
    var glyphs: [PlacedGlyph] = []
    glyphs.reserveCapacity(shaped.count)
    for (one, glyph) in zip(shaped, face.glyphs(shaped.lazy.map(\.id))) {
      glyphs.append(
        PlacedGlyph(
          id: one.id, cluster: one.cluster, origin: (pen + one.offset.x, one.offset.y),
          advance: one.advance, glyph: glyph, x: Self.dots(pen + one.offset.x) + glyph.left,
          y: -Self.dots(one.offset.y) - glyph.top))
      pen += one.advance
    }
    let isFromRight = hb_buffer_get_direction(buffer) == HB_DIRECTION_RTL
    return ShapedRun(
      request: request, file: face.file, size: face.size, glyphs: glyphs,
      direction: isFromRight ? .rightToLeft : .leftToRight)
  }

  /// HarfBuzz over FreeType counts 64ths of a dot.
  static func dots(_ value: Int32) -> Int { Int((value + 32) >> 6) }
}
