import Barcodes
import Imaging
package import Tabular
import Text

/// Draws the labels of one template, row by row.
///
/// A renderer keeps fonts and rendered glyphs, and is for one thread at a time. The same row gives
/// the same dots, whatever was rendered before.
public final class LabelRenderer {
  /// The template that it draws.
  public let template: LabelTemplate
  private let resolver: FieldResolver
  private let painter: ElementPainter
  private let arranger: SymbolArranger
  private let varying: [LabelElement]
  private let symbols: [LabelElement]
  /// What is the same on every label, drawn once.
  private let background: Bitmap

  /// A renderer with its fonts opened.
  ///
  /// - Throws: `TemplateFault` where a font isn't installed, or where something that is the same
  ///   on every label doesn't fit.
  public init(_ template: LabelTemplate) throws(TemplateFault) {
    let engine = try FontOpening.engine(for: template)
    let scale = DotScale(dpi: template.dpi)
    self.template = template
    resolver = FieldResolver(template.fields)
    painter = ElementPainter(scale: scale, fitter: TextFitter(engine: engine, scale: scale))
    arranger = SymbolArranger(template: template, scale: scale, engine: engine)
    symbols = template.elements.filter(\.isSymbol)
    varying = template.elements.filter { !$0.isSymbol && !$0.isConstant }
    background = try painter.background(of: template)
  }

  /// Draws the label of given values by their names.
  ///
  /// - Throws: `LabelFault`, naming the field or the element, and what it needs.
  public func render(_ values: [String: String]) throws(LabelFault) -> RenderedLabel {
    try render(resolved: resolver.resolve { values[$0] })
  }

  /// Draws the label of a row.
  package func render(_ row: TableRow) throws(LabelFault) -> RenderedLabel {
    try render(resolved: resolve(row))
  }

  /// The values of a row in the order of the template's fields, checked by their rules.
  func resolve(_ row: TableRow) throws(LabelFault) -> [String] {
    try resolver.resolve { row[$0] }
  }

  /// Draws first what isn't a symbol, so that each symbol can see whether its quiet zone is free.
  func render(resolved values: [String]) throws(LabelFault) -> RenderedLabel {
    var bitmap = background
    for element in varying {
      guard try element.isShown(values) else { continue }
      try painter.draw(element, values, on: &bitmap)
    }
    var shown: [LabelElement] = []
    for symbol in symbols where try symbol.isShown(values) { shown.append(symbol) }
    let arranged = try arranger.arrange(shown, values, beside: bitmap)
    for symbol in arranged { symbol.draw(on: &bitmap) }
    return RenderedLabel(bitmap: bitmap, codes: arranged.map(\.code))
  }
}

extension LabelElement {
  var isSymbol: Bool { if case .symbol = content { true } else { false } }

  /// Whether a row has it on its label.
  func isShown(_ values: [String]) throws(LabelFault) -> Bool {
    guard let when else { return true }
    return try resolve(when, values).contains { !$0.isWhitespace }
  }

  /// A text of the element, for a row.
  func resolve(_ text: FieldText, _ values: [String]) throws(LabelFault) -> String {
    do throws(LabelFault) {
      return try text.resolve(values)
    } catch { throw LabelFault(error, self) }
  }
}
