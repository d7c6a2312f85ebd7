import Diagnostics
import Text

/// Writes arranged labels of one template as content of a PDF's pages: filled rectangles, shaped
/// text, masks.
///
/// The origin is a label's top left corner, a unit is a dot, and y grows upwards. A painter keeps
/// what its labels show of each font, and is for one thread at a time.
final class PDFPainter {
  private var faces: [FontFile: PDFFace] = [:]
  private let uses: PDFFontUses

  /// A painter with the fonts of a template looked at.
  ///
  /// - Parameter uses: told what is shown of each font, before a label is handed over.
  /// - Throws: `TemplateFault` with each font that can't be put into a document.
  init(_ template: LabelTemplate, uses: PDFFontUses) throws(TemplateFault) {
    self.uses = uses
    let problems = TemplateProblems()
    for element in template.elements {
      guard let style = element.textStyle else { continue }
      do throws(FontFault) {
        _ = try face(of: FontLibrary.find(style.font))
      } catch { problems.report(error, line: element.line, column: nil, key: "font") }
    }
    if let fault = TemplateFault(file: template.file, problems) { throw fault }
  }

  /// What is this row's own on a label.
  func paint(_ label: ArrangedLabel) throws(LabelFault) -> PDFContent {
    var content = try paint(label.pieces)
    for symbol in label.symbols {
      content.begin(symbol.placement)
      content.bytes.symbol(symbol.layout)
      for line in symbol.layout.interpretation?.pieces ?? [] { try write(line, to: &content) }
      content.bytes.append("Q\n")
    }
    tellUses()
    return content
  }

  /// Pieces in their order.
  func paint(_ pieces: [ArrangedPiece]) throws(LabelFault) -> PDFContent {
    var content = PDFContent()
    for piece in pieces { try paint(piece, to: &content) }
    tellUses()
    return content
  }

  private func tellUses() {
    for face in faces.values { face.tell(uses) }
  }

  private func paint(_ piece: ArrangedPiece, to content: inout PDFContent) throws(LabelFault) {
    content.begin(piece.placement)
    if piece.isInverted {
      content.bytes.rectangle(piece.placement.whole)
      content.bytes.append("f 1 g\n")
    }
    switch piece.content {
    case .areas(let areas):
      for area in areas { content.bytes.rectangle(area) }
      content.bytes.append("f\n")
    case .ellipse(let thickness):
      content.bytes.ellipse(piece.placement.whole, thickness: thickness)
    case .text(let layout):
      for line in layout.lines { try write(line, to: &content) }
    case .image(let layout): content.draw(PDFImage(layout.bitmap), in: layout.area)
    }
    content.bytes.append("Q\n")
  }

  private func write(_ line: TextLayout.Line, to content: inout PDFContent) throws(LabelFault) {
    let marks = DirectionMarks(line.shaped)
    for run in line.shaped.runs {
      let face: PDFFace
      do throws(FontFault) {
        face = try self.face(of: run.file)
      } catch { throw LabelFault(code: error.code, message: error.message) }
      PDFTextWriter.write(
        run, of: line.shaped, marks, face: face, x: line.x, y: -line.baseline, to: &content.bytes)
    }
  }

  private func face(of file: FontFile) throws(FontFault) -> PDFFace {
    if let face = faces[file] { return face }
    let face = try PDFFace(file)
    faces[file] = face
    return face
  }
}
