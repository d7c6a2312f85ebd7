import Imaging

/// How labels are written.
package enum LabelFormat: String, Sendable, CaseIterable {
  /// One bit a pixel.
  case png
  /// A vector picture with its texts as text.
  case svg
  /// One document with all labels, whose texts can be selected.
  case pdf
}

/// Writes arranged labels in a format; one a worker.
struct LabelEncoder {
  let format: LabelFormat
  private let renderer: LabelRenderer
  private let painter: PDFPainter?

  /// - Parameter uses: told what labels show of fonts, before they are handed over.
  init(
    _ format: LabelFormat, _ renderer: LabelRenderer, uses: PDFFontUses
  ) throws(TemplateFault) {
    (self.format, self.renderer) = (format, renderer)
    painter = format == .pdf ? try PDFPainter(renderer.template, uses: uses) : nil
  }

  /// The label's bytes, and pictures that they name.
  ///
  /// - Throws: `font.not-embeddable` of a PDF.
  func encode(
    _ label: ArrangedLabel
  ) throws(LabelFault) -> (bytes: [UInt8], images: [PDFImage]) {
    if let painter {
      let content = try painter.paint(label)
      return (content.bytes.bytes, content.images)
    }
    if format == .svg { return (Array(renderer.svg(of: label).utf8), []) }
    let dpi = Double(renderer.template.dpi)
    return (PNGWriter.encode(renderer.bitmap(of: label), dpi: dpi), [])
  }
}
