import Crypto
import Diagnostics
import Text

/// Puts a font with the glyphs that were used into a document (ISO 32000-1, 9.7 and 9.9).
struct PDFFontEmbedding {
  let face: PDFFace
  private let glyphs: [UInt32]
  /// Of a subset: six letters before the font's name, here made of what is in it.
  private let name: String

  init(_ face: PDFFace) {
    self.face = face
    glyphs = face.use.glyphs
    let digest = SHA256.hash(data: glyphs.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })
    let tag = digest.prefix(6).map { Character(Unicode.Scalar(65 + $0 % 26)) }
    name = String(tag) + "+" + face.program.name
  }

  /// Writes the font's objects.
  ///
  /// - Parameter font: the number under which pages name it.
  /// - Throws: `LabelFault`, also that of the font where no subset can be made of it.
  func write(to document: PDFDocument, as font: PDFObjectNumber) throws(LabelFault) {
    let (descendant, map) = (document.reserve(), document.reserve())
    var bytes = PDFBytes()
    bytes.append("<</Type/Font/Subtype/Type0/Encoding/Identity-H/BaseFont/")
    bytes.append(text: name)
    bytes.append("/DescendantFonts[")
    bytes.reference(descendant)
    bytes.append("]/ToUnicode ")
    bytes.reference(map)
    bytes.append(">>")
    try document.pack(font, bytes)
    try document.stream(
      map, compressed: document.deflater.compress(PDFUnicodeMap(face, glyphs).bytes))
    try writeDescendant(to: document, as: descendant)
  }

  private var isTrueType: Bool { face.program.metrics.outlines == .trueType }

  private func writeDescendant(
    to document: PDFDocument, as object: PDFObjectNumber
  ) throws(LabelFault) {
    let descriptor = document.reserve()
    var bytes = PDFBytes()
    bytes.append("<</Type/Font/Subtype/")
    bytes.append(isTrueType ? "CIDFontType2/CIDToGIDMap/Identity" : "CIDFontType0")
    bytes.append("/BaseFont/")
    bytes.append(text: name)
    bytes.append("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>")
    bytes.append("/FontDescriptor ")
    bytes.reference(descriptor)
    bytes.append("/W[")
    appendWidths(to: &bytes)
    bytes.append("]>>")
    try document.pack(object, bytes)
    try writeDescriptor(to: document, as: descriptor)
  }

  /// Of neighbouring glyphs, the number of the first and the widths of all.
  private func appendWidths(to bytes: inout PDFBytes) {
    var last: UInt32?
    for glyph in glyphs {
      if last.map({ $0 + 1 == glyph }) ?? false {
        bytes.append(" ")
      } else {
        if last != nil { bytes.append("]") }
        bytes.append(Int(glyph))
        bytes.append("[")
      }
      bytes.append(face.program.width(glyph))
      last = glyph
    }
    if last != nil { bytes.append("]") }
  }

  private func writeDescriptor(
    to document: PDFDocument, as object: PDFObjectNumber
  ) throws(LabelFault) {
    let (metrics, file) = (face.program.metrics, document.reserve())
    // Bit 3: glyphs beyond the standard Latin ones; bits 1 and 7: fixed pitch, italic.
    let flags = 4 | (metrics.isFixedPitch ? 1 : 0) | (metrics.italicAngle != 0 ? 64 : 0)
    let box = metrics.box.map { String($0) }.joined(separator: " ")
    var bytes = PDFBytes()
    bytes.append(
      text: "<</Type/FontDescriptor/FontName/\(name)/Flags \(flags)/FontBBox[\(box)]"
        + "/ItalicAngle \(metrics.italicAngle)/Ascent \(metrics.ascent)/Descent \(metrics.descent)"
        + "/CapHeight \(metrics.capHeight)/StemV 80/FontFile\(isTrueType ? "2" : "3") ")
    bytes.reference(file)
    bytes.append(">>")
    try document.pack(object, bytes)
    try writeFile(to: document, as: file)
  }

  private func writeFile(
    to document: PDFDocument, as object: PDFObjectNumber
  ) throws(LabelFault) {
    let subset: [UInt8]
    do throws(FontFault) {
      subset = try face.program.subset(glyphs)
    } catch { throw LabelFault(code: error.code, message: error.message) }
    var entries = PDFBytes()
    if isTrueType {
      entries.append("/Length1 ")
      entries.append(subset.count)
    } else {
      entries.append("/Subtype/OpenType")
    }
    try document.stream(object, entries, compressed: document.deflater.compress(subset))
  }
}
