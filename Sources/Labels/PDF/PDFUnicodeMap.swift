/// The map from a font's glyphs to what they say (ISO 32000-1, 9.10.3; Adobe Technical Note 5014).
struct PDFUnicodeMap {
  /// The most glyphs of a block.
  private static let blockLimit = 100
  private var content = PDFBytes()

  var bytes: [UInt8] { content.bytes }

  init(_ face: PDFFace, _ glyphs: [UInt32]) {
    content.append(
      """
      /CIDInit/ProcSet findresource begin 12 dict begin begincmap
      /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
      /CMapName/Adobe-Identity-UCS def/CMapType 2 def
      1 begincodespacerange<0000><FFFF>endcodespacerange

      """)
    let known = glyphs.compactMap { glyph in
      (face.text(of: glyph) ?? face.use.texts[glyph]).map { (glyph, $0) }
    }
    for start in stride(from: 0, to: known.count, by: Self.blockLimit) {
      append(known[start..<min(known.count, start + Self.blockLimit)])
    }
    content.append("endcmap CMapName currentdict/CMap defineresource pop end end\n")
  }

  private mutating func append(_ block: ArraySlice<(UInt32, String)>) {
    content.append(block.count)
    content.append(" beginbfchar\n")
    for (glyph, text) in block {
      content.append("<")
      content.hexadecimal(UInt16(truncatingIfNeeded: glyph))
      content.append("><")
      for unit in text.utf16 { content.hexadecimal(unit) }
      content.append(">\n")
    }
    content.append("endbfchar\n")
  }
}
