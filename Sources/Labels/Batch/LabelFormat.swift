import Imaging

/// How labels are written.
package enum LabelFormat: String, Sendable, CaseIterable {
  /// One bit a pixel.
  case png
  /// A vector picture with its texts as text.
  case svg
  /// One document with all labels, whose texts can be selected.
  case pdf
  /// ZPL II: each label as one picture.
  case zpl
  /// ZPL II in the printer's own fields, where these give the same.
  case zplFields = "zpl-fields"

  /// Whether all labels stand in one file, one behind the other.
  package var isStream: Bool { self == .zpl || self == .zplFields }
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
  /// - Throws: `font.not-embeddable` of a PDF, `label.unwritable` where memory is out.
  func encode(
    _ label: ArrangedLabel
  ) throws(LabelFault) -> (bytes: [UInt8], images: [PDFImage]) {
    if let painter {
      let content = try painter.paint(label)
      return (content.bytes.bytes, content.images)
    }
    return (try alone(label), [])
  }

  /// A label that needs nothing beside it.
  private func alone(_ label: ArrangedLabel) throws(LabelFault) -> [UInt8] {
    switch format {
    case .zpl, .zplFields: Array(try renderer.zpl(of: label, inFields: format == .zplFields).utf8)
    case .svg: Array(renderer.svg(of: label).utf8)
    case .png, .pdf:
      PNGWriter.encode(renderer.bitmap(of: label), dpi: Double(renderer.template.dpi))
    }
  }
}
