import Crypto
import Diagnostics

/// A PDF 1.7 that is written from its beginning to its end (ISO 32000-1).
///
/// Streams go to the file as they come; small objects are packed into object streams. Kept are two
/// bytes an object, and the open branches of the tree of pages.
final class PDFDocument {
  private let file: OutputFile
  private var position = 0
  private var places = PDFCrossReference()
  private var packed = PDFObjectStream()
  private var tree = PDFPageTree()
  let deflater: Deflater

  init(_ file: consuming OutputFile) throws(LabelFault) {
    self.file = file
    deflater = try Deflater()
    var beginning = PDFBytes()
    beginning.append("%PDF-1.7\n%")
    // Bytes that tell programs which move files that this one isn't text.
    beginning.append(raw: [0xE2, 0xE3, 0xCF, 0xD3, 0x0A])
    try write(beginning)
  }

  /// A number for an object that is written later.
  func reserve() -> PDFObjectNumber { places.reserve() }

  /// Writes a stream.
  ///
  /// - Parameters:
  ///   - entries: of its dictionary, besides length and filter.
  ///   - compressed: its bytes as zlib made them.
  func stream(
    _ object: PDFObjectNumber, _ entries: PDFBytes = PDFBytes(), compressed: [UInt8]
  ) throws(LabelFault) {
    var bytes = begin(object, entries, length: compressed.count)
    bytes.append(raw: compressed)
    bytes.append("\nendstream\nendobj\n")
    try write(bytes)
  }

  /// A stream's beginning, at this place of the file.
  private func begin(_ object: PDFObjectNumber, _ entries: PDFBytes, length: Int) -> PDFBytes {
    places.place(object, at: .file(offset: position))
    var bytes = PDFBytes()
    bytes.append(object.value)
    bytes.append(" 0 obj\n<<")
    bytes.append(entries)
    bytes.append("/Filter/FlateDecode/Length ")
    bytes.append(length)
    bytes.append(">>stream\n")
    return bytes
  }

  /// Writes an object that isn't a stream, together with others of its kind.
  func pack(_ object: PDFObjectNumber, _ bytes: PDFBytes) throws(LabelFault) {
    packed.append(object, bytes)
    if packed.isFull { try flushPacked() }
  }

  /// Writes a page of content that is already compressed.
  ///
  /// - Parameter size: of the page, where it isn't that of all; as the document's root says it.
  func page(compressed content: [UInt8], size: PDFPageSize? = nil) throws(LabelFault) {
    let (page, stream) = (reserve(), reserve())
    try self.stream(stream, compressed: content)
    var bytes = PDFBytes()
    bytes.append("<</Type/Page/Parent ")
    bytes.reference(tree.parent(self))
    if let size { bytes.append(size.entry) }
    bytes.append("/Contents ")
    bytes.reference(stream)
    bytes.append(">>")
    try pack(page, bytes)
    try tree.add(page, to: self)
  }

  /// Writes what closes the file.
  ///
  /// - Parameter inherited: what all pages have in common.
  func finish(inherited: PDFBytes, title: String) throws(LabelFault) {
    let root = try tree.close(self, inherited: inherited)
    let (catalog, information) = (reserve(), reserve())
    var bytes = PDFBytes()
    bytes.append("<</Type/Catalog/Pages ")
    bytes.reference(root)
    // Labels must come out at their size, not fitted to what a printer's margins leave.
    bytes.append("/ViewerPreferences<</PrintScaling/None/DisplayDocTitle true>>>>")
    try pack(catalog, bytes)
    bytes.removeAll()
    bytes.append("<</Producer(Tallymark)/Title")
    bytes.textString(title)
    bytes.append(">>")
    try pack(information, bytes)
    try flushPacked()
    try writeCrossReference(catalog, information)
  }

  private func flushPacked() throws(LabelFault) {
    guard !packed.isEmpty else { return }
    let object = reserve()
    for (index, packed) in packed.objects.enumerated() {
      places.place(packed, at: .packed(in: object, index: index))
    }
    let (entries, content) = packed.drain()
    try stream(object, entries, compressed: deflater.compress(content))
  }

  private func writeCrossReference(
    _ catalog: PDFObjectNumber, _ information: PDFObjectNumber
  ) throws(LabelFault) {
    let (object, offset) = (reserve(), position)
    // Its own entry is in the table, too.
    places.place(object, at: .file(offset: offset))
    let (length, name) = measuredTable()
    var entries = PDFBytes()
    entries.append("/Type/XRef/W")
    entries.append(PDFObjectPlace.entryWidths)
    entries.append("/DecodeParms<</Predictor 12/Columns ")
    entries.append(PDFObjectPlace.entrySize)
    entries.append(">>/Size ")
    entries.append(places.count)
    entries.append("/Root ")
    entries.reference(catalog)
    entries.append("/Info ")
    entries.reference(information)
    entries.append(text: "/ID[<\(name)><\(name)>]")
    try write(begin(object, entries, length: length))
    try forEachCompressed { piece throws(LabelFault) in try write(piece) }
    var end = PDFBytes()
    end.append("\nendstream\nendobj\nstartxref\n")
    end.append(offset)
    end.append("\n%%EOF\n")
    try write(end)
    try file.sync()
  }

  /// The length of the cross reference's compressed table, and a name for the file that is made of it.
  private func measuredTable() -> (length: Int, name: String) {
    var hash = Insecure.MD5()
    places.forEachPredicted { hash.update(data: $0) }
    var length = 0
    forEachCompressed { length += $0.count }
    return (length, Hex.text(hash.finalize()))
  }

  /// The cross reference's compressed table, in pieces; made anew each time, which is quick, since it
  /// would take megabytes to keep.
  private func forEachCompressed<Failure: Error>(
    _ body: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    deflater.begin()
    try places.forEachPredicted { (piece) throws(Failure) in
      for piece in deflater.add(piece) { try body(piece) }
    }
    for piece in deflater.end() { try body(piece) }
  }

  private func write(_ bytes: PDFBytes) throws(LabelFault) { try write(bytes.bytes) }

  private func write(_ bytes: [UInt8]) throws(LabelFault) {
    try file.write(bytes)
    position += bytes.count
  }
}

/// The size of a page in points, of which 72 are an inch.
struct PDFPageSize: Sendable, Equatable {
  let width: Double
  let height: Double

  init(millimetres width: Double, _ height: Double) {
    (self.width, self.height) = (width / 25.4 * 72, height / 25.4 * 72)
  }

  /// Its entry in a page's dictionary.
  var entry: PDFBytes {
    var bytes = PDFBytes()
    bytes.append("/MediaBox[0 0 ")
    bytes.append(width)
    bytes.append(" ")
    bytes.append(height)
    bytes.append("]")
    return bytes
  }
}
