import Barcodes
import Diagnostics
import Text

/// Lays one symbol out: the largest whole number of dots a module that fits, or a refusal.
struct SymbolFitter {
  let symbol: Symbol
  let style: SymbolStyle
  let element: LabelElement
  /// What the symbol may cover without its quiet zone, before the element is turned.
  let box: TextFitter.Box
  let scale: DotScale
  let interpreter: InterpretationFitter

  /// Lower bars than this can't be hit by hand, in millimetres.
  private static let lowestBars = 2.0

  /// The symbol in its box.
  ///
  /// - Throws: `label.symbol-too-large` with the size that it needs, or the font's fault.
  func fit() throws(LabelFault) -> SymbolLayout {
    let facts = symbol.symbology.facts
    let (columns, rows) = symbol.modules.extent
    let smallest = smallestModule(facts)
    let module = min(box.width / columns, rows.map { box.height / $0 } ?? .max)
    guard module >= smallest else { throw tooLarge(columns, rows, smallest) }
    guard let rows else { return try linear(columns, module, symbol.quietZone) }
    return matrix(columns, rows, module, facts.quietZone)
  }

  private func smallestModule(_ facts: SymbologyFacts) -> Int {
    if let asked = style.xDimension { return scale.dotsCovering(asked) }
    let least = facts.minimumXDimension
    return max(least.dots, scale.dotsCovering(least.millimetres))
  }

  private func matrix(
    _ columns: Int, _ rows: Int, _ module: Int, _ quietZone: SymbologyFacts.QuietZone
  ) -> SymbolLayout {
    let (width, height) = (columns * module, rows * module)
    let modules = DotRect(
      x: style.horizontal.offset(of: width, in: box.width),
      y: style.horizontal == .center ? (box.height - height) / 2 : 0, width: width, height: height)
    return SymbolLayout(
      symbol: symbol, module: module, modules: modules,
      zone: modules.with(quietZone, module: module), guardDepth: 0, interpretation: nil)
  }

  /// Bars from the box's top down to the text, or to its bottom where there is none.
  private func linear(
    _ columns: Int, _ module: Int, _ quietZone: SymbologyFacts.QuietZone
  ) throws(LabelFault) -> SymbolLayout {
    let width = columns * module
    let x = style.horizontal.offset(of: width, in: box.width)
    let text = try interpretation(module, x)
    let height =
      text.map { $0.ink.y - InterpretationLayout.gap(module: module, scale) } ?? box.height
    try refuseLowBars(height - (text?.addOn?.barsTop ?? 0))
    let guardDepth =
      text == nil ? 0 : min(symbol.modules.guardDepth(module: module), box.height - height)
    let modules = DotRect(x: x, y: 0, width: width, height: height + guardDepth)
    return SymbolLayout(
      symbol: symbol, module: module, modules: modules,
      zone: modules.with(quietZone, module: module), guardDepth: guardDepth, interpretation: text)
  }

  /// The text below the bars; nil where none is wanted, or where it has no ink.
  private func interpretation(
    _ module: Int, _ x: Int
  ) throws(LabelFault) -> InterpretationLayout? {
    guard let style = style.interpretation else { return nil }
    do throws(FontFault) {
      let text = try interpreter.fit(symbol, style, module: module, x: x, bottom: box.height)
      return text.ink.isEmpty ? nil : text
    } catch { throw LabelFault(error, element) }
  }

  private func refuseLowBars(_ height: Int) throws(LabelFault) {
    let lowest = scale.dotsCovering(Self.lowestBars)
    guard height < lowest else { return }
    throw LabelFault(
      "label.symbol-too-large", element,
      "the bars need \(scale.millimetres(box.height - height + lowest)) mm of height with the text "
        + "below them, but the element gives them \(scale.millimetres(box.height)) mm.")
  }

  private func tooLarge(_ columns: Int, _ rows: Int?, _ smallest: Int) -> LabelFault {
    let height = rows.map { " × \(scale.millimetres($0 * smallest))" } ?? ""
    let gotHeight = rows == nil ? "" : " × \(scale.millimetres(box.height))"
    return LabelFault(
      "label.symbol-too-large", element,
      "the symbol is \(columns) modules wide and needs \(scale.millimetres(columns * smallest))"
        + "\(height) mm with the smallest module of \(smallest) dots "
        + "(\(scale.millimetres(smallest)) mm at \(scale.dpi) dpi), but the element gives it "
        + "\(scale.millimetres(box.width))\(gotHeight) mm.")
  }
}

extension Symbol.Modules {
  /// Columns, and rows where the height isn't free.
  var extent: (columns: Int, rows: Int?) {
    switch self {
    case .linear(let pattern): (pattern.width, nil)
    case .matrix(let matrix): (matrix.columns, matrix.rows)
    }
  }

  /// How much further down guard bars reach: five modules (ISO/IEC 15420, 4.3.6).
  func guardDepth(module: Int) -> Int {
    guard case .linear(let pattern) = self, !pattern.guardBars.isEmpty else { return 0 }
    return 5 * module
  }
}
