import Text

/// Puts the elements of a template at their places, row by row, and refuses what can't be printed
/// correctly.
struct LabelArranger {
  /// Columns of the label, in dots.
  let width: Int
  /// Rows of the label, in dots.
  let height: Int
  /// What is the same on every label.
  let background: [ArrangedPiece]
  private let pieces: PieceArranger
  private let symbols: SymbolArranger
  private let varyingElements: [LabelElement]
  private let symbolElements: [LabelElement]

  /// - Throws: `TemplateFault` where a font isn't installed, or where something that is the same
  ///   on every label doesn't fit.
  init(_ template: LabelTemplate) throws(TemplateFault) {
    let engine = try FontOpening.engine(for: template)
    let scale = DotScale(dpi: template.dpi)
    (width, height) = (scale.dots(template.width), scale.dots(template.height))
    pieces = PieceArranger(
      scale: scale, fitter: TextFitter(engine: engine, scale: scale),
      images: ImageFitter(folder: template.folder))
    symbols = SymbolArranger(template: template, scale: scale, engine: engine)
    symbolElements = template.elements.filter(\.isSymbol)
    varyingElements = template.elements.filter { !$0.isSymbol && !$0.isConstant }
    background = try pieces.background(of: template)
  }

  /// Symbols come last, so that each can see whether its quiet zone is free.
  ///
  /// - Parameter values: those of the template's fields in their order.
  func arrange(_ values: [String]) throws(LabelFault) -> ArrangedLabel {
    var own: [ArrangedPiece] = []
    for element in varyingElements where try element.isShown(values) {
      if let piece = try pieces.arrange(element, values) { own.append(piece) }
    }
    var shown: [LabelElement] = []
    for element in symbolElements where try element.isShown(values) { shown.append(element) }
    let arranged = try symbols.arrange(shown, values, beside: background + own)
    return ArrangedLabel(
      width: width, height: height, background: background, pieces: own, symbols: arranged)
  }
}
