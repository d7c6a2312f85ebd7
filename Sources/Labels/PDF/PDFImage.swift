import Crypto
import Diagnostics
import Imaging

/// A picture of two colours as a document has it: a mask through which the colour of the moment is
/// painted (ISO 32000-1, 8.9.6.2).
struct PDFImage: Sendable {
  /// The name among the document's resources: the same dots have the same name.
  let name: String
  let bitmap: Bitmap

  init(_ bitmap: Bitmap) {
    self.bitmap = bitmap
    var hash = SHA256()
    hash.update(data: [UInt8(bitmap.width & 7)])
    hash.update(data: bitmap.bytes)
    name = "I" + Hex.text(hash.finalize().prefix(8)) + "x\(bitmap.width)"
  }

  /// Writes the picture's object.
  func write(to document: PDFDocument, as object: PDFObjectNumber) throws(LabelFault) {
    var entries = PDFBytes()
    entries.append(
      text: "/Type/XObject/Subtype/Image/ImageMask true/BitsPerComponent 1/Width \(bitmap.width)"
        + "/Height \(bitmap.height)/Decode[1 0]")
    try document.stream(object, entries, compressed: document.deflater.compress(bitmap.bytes))
  }
}
