import Text

/// Puts labels on the pages of a PDF, one place after the other.
///
/// A page goes to the file when its last place is taken.
final class PDFLabelPages {
  private let document: PDFDocument
  private let layout: PageLayout
  private let resources: PDFObjectNumber
  private let background: PDFObjectNumber?
  private var images: [String: PDFObjectNumber] = [:]
  private var page = PDFBytes()
  /// Pages that are full, in order, on their way into the file.
  private var full: [PDFPageWork] = []
  /// Those of `full` that were handed over to be compressed.
  private var handedOver = 0
  /// The place on the page that the next label takes.
  private var place: Int
  private var isEmpty = true

  /// - Parameter background: what is the same on every label.
  init(
    _ file: consuming OutputFile, _ layout: PageLayout, background: PDFContent
  ) throws(LabelFault) {
    (document, self.layout) = (try PDFDocument(file), layout)
    place = layout.firstPlace
    resources = document.reserve()
    self.background = background.isEmpty ? nil : document.reserve()
    if let form = self.background { try write(background, as: form) }
  }

  /// Puts a label on the next place.
  func add(_ content: [UInt8], _ images: [PDFImage]) throws(LabelFault) {
    if page.isEmpty { layout.begin(&page) }
    page.append("q ")
    layout.move(to: place, &page)
    if background != nil { page.append("/B Do\n") }
    page.append(raw: content)
    page.append("Q\n")
    try write(images)
    isEmpty = false
    place += 1
    if place == layout.places.count { turnPage() }
  }

  /// Writes the pages that are compressed, as far as those before them are.
  ///
  /// - Returns: pages that were filled since the last time and are to be compressed.
  func advance() throws(LabelFault) -> [PDFPageWork] {
    let new = Array(full[handedOver...])
    var written = 0
    while written < full.count, let content = full[written].compressed {
      try document.page(compressed: content)
      written += 1
    }
    full.removeFirst(written)
    handedOver = full.count
    return new
  }

  private func turnPage() {
    full.append(PDFPageWork(page.bytes))
    page.removeAll()
    place = 0
  }

  /// Writes the last page, the fonts with the glyphs that were used, and what closes the file.
  ///
  /// - Returns: false where no label was put on any page: then there is nothing to keep.
  func finish(_ uses: [FontFile: PDFFontUse], title: String) throws(LabelFault) -> Bool {
    guard !isEmpty else { return false }
    if !page.isEmpty { turnPage() }
    for work in full { work.compress(with: document.deflater) }
    _ = try advance()
    var bytes = PDFBytes()
    bytes.append("<</Font<<")
    for (name, font) in try writeFonts(uses) {
      bytes.append(text: "/\(name) ")
      bytes.reference(font)
    }
    bytes.append(">>/XObject<<")
    if let background {
      bytes.append("/B ")
      bytes.reference(background)
    }
    for (name, image) in images.sorted(by: { $0.value.value < $1.value.value }) {
      bytes.append(text: "/\(name) ")
      bytes.reference(image)
    }
    bytes.append(">>>>")
    try document.pack(resources, bytes)
    var inherited = layout.size.entry
    inherited.append("/Resources ")
    inherited.reference(resources)
    try document.finish(inherited: inherited, title: title)
    return true
  }

  private func write(_ background: PDFContent, as form: PDFObjectNumber) throws(LabelFault) {
    try write(background.images)
    var entries = PDFBytes()
    entries.append("/Type/XObject/Subtype/Form/BBox[0 ")
    entries.number(-layout.label.height)
    entries.number(layout.label.width)
    entries.append("0]/Resources ")
    entries.reference(resources)
    try document.stream(
      form, entries, compressed: document.deflater.compress(background.bytes.bytes))
  }

  /// Writes those pictures that aren't in the file yet.
  private func write(_ images: [PDFImage]) throws(LabelFault) {
    for image in images where self.images[image.name] == nil {
      let object = document.reserve()
      self.images[image.name] = object
      try image.write(to: document, as: object)
    }
  }

  /// In the order of their names, so that the order of labels doesn't show.
  private func writeFonts(
    _ uses: [FontFile: PDFFontUse]
  ) throws(LabelFault) -> [(name: String, font: PDFObjectNumber)] {
    var faces: [PDFFace] = []
    for (file, use) in uses where !use.isEmpty {
      do throws(FontFault) {
        faces.append(try PDFFace(file, use: use))
      } catch { throw LabelFault(code: error.code, message: error.message) }
    }
    var fonts: [(name: String, font: PDFObjectNumber)] = []
    for face in faces.sorted(by: { $0.name < $1.name }) {
      let font = document.reserve()
      try PDFFontEmbedding(face).write(to: document, as: font)
      fonts.append((face.name, font))
    }
    return fonts
  }
}
