import Barcodes
import Imaging
import Tabular
import Text

/// Makes the labels of one template, row by row.
///
/// A renderer keeps fonts and rendered glyphs, and is for one thread at a time. The same row gives
/// the same dots, whatever was rendered before.
public final class LabelRenderer {
  /// The template that it draws.
  public let template: LabelTemplate
  private let resolver: FieldResolver
  private let arranger: LabelArranger
  private let painter: BitmapPainter
  private let svgPainter: SVGPainter
  /// Made when first asked for.
  private var zplPainter: ZPLPainter?

  /// A renderer with its fonts opened.
  ///
  /// - Throws: `TemplateFault` where a font isn't installed, or where something that is the same
  ///   on every label doesn't fit.
  public init(_ template: LabelTemplate) throws(TemplateFault) {
    self.template = template
    resolver = FieldResolver(template.fields)
    arranger = try LabelArranger(template)
    painter = BitmapPainter(
      width: arranger.width, height: arranger.height, background: arranger.background)
    svgPainter = SVGPainter(
      template, width: arranger.width, height: arranger.height, background: arranger.background)
  }

  /// Draws the label of given values by their names.
  ///
  /// - Throws: `LabelFault`, naming the field or the element, and what it needs.
  public func render(_ values: [String: String]) throws(LabelFault) -> RenderedLabel {
    let label = try arrange(named: values)
    return RenderedLabel(bitmap: bitmap(of: label), codes: label.codes)
  }

  /// The label of given values by their names as an SVG document of its size.
  ///
  /// - Throws: `LabelFault`, naming the field or the element, and what it needs.
  public func svg(_ values: [String: String]) throws(LabelFault) -> String {
    svg(of: try arrange(named: values))
  }

  /// The values of a row in the order of the template's fields, checked by their rules.
  func resolve(_ row: TableRow) throws(LabelFault) -> [String] {
    try resolver.resolve { row[$0] }
  }

  /// Puts everything at its place for the values of a row.
  func arrange(_ values: [String]) throws(LabelFault) -> ArrangedLabel {
    try arranger.arrange(values)
  }

  /// Puts everything at its place for values by their names.
  func arrange(named values: [String: String]) throws(LabelFault) -> ArrangedLabel {
    try arrange(resolver.resolve { values[$0] })
  }

  /// What is the same on every label.
  var background: [ArrangedPiece] { arranger.background }

  /// Draws an arranged label.
  func bitmap(of label: ArrangedLabel) -> Bitmap { painter.paint(label) }

  /// Writes an arranged label for a ZPL printer: as one picture, or in the printer's own fields where
  /// these give the same.
  ///
  /// - Throws: `label.unwritable` where memory is out.
  func zpl(of label: ArrangedLabel, inFields: Bool) throws(LabelFault) -> String {
    let painter: ZPLPainter
    if let zplPainter { painter = zplPainter } else { painter = try ZPLPainter() }
    zplPainter = painter
    return inFields ? painter.fields(label) : painter.picture(bitmap(of: label))
  }

  /// The label of given values by their names for a ZPL printer; see `zpl(of:inFields:)`.
  ///
  /// - Throws: `LabelFault`, naming the field or the element, and what it needs.
  public func zpl(
    _ values: [String: String], inFields: Bool = false
  ) throws(LabelFault) -> String {
    try zpl(of: try arrange(named: values), inFields: inFields)
  }

  /// Draws an arranged label as an SVG document.
  func svg(of label: ArrangedLabel) -> String { svgPainter.paint(label) }
}
