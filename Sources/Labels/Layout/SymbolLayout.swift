import Barcodes
import Imaging

/// A symbol at its place in a box, in whole dots.
struct SymbolLayout {
  let symbol: Symbol
  /// Dots a module.
  let module: Int
  /// What the modules cover.
  let modules: DotRect
  /// The modules with their quiet zone: nothing else may have ink in here.
  let zone: DotRect
  /// How much further down guard bars reach than the others.
  let guardDepth: Int
  let interpretation: InterpretationLayout?

  /// All that the symbol takes up.
  var extent: DotRect {
    guard let text = interpretation?.ink else { return zone }
    return zone.union(text)
  }

  func draw(on bitmap: inout Bitmap, x: Int, y: Int) {
    switch symbol.modules {
    case .linear(let pattern) where pattern.isPlain:
      bitmap.drawBars(
        pattern.widths, module: module, x: x + modules.x, y: y + modules.y, height: modules.height)
    case .linear: bitmap.drawBars(areas.map { $0.moved(x: x, y: y) })
    case .matrix(let matrix):
      bitmap.draw(matrix, module: module, x: x + modules.x, y: y + modules.y)
    }
    interpretation?.draw(on: &bitmap, x: x, y: y)
  }
}

extension DotRect {
  /// The area around a symbol's modules that its standard wants white.
  func with(_ quietZone: SymbologyFacts.QuietZone, module: Int) -> DotRect {
    DotRect(
      x: x - quietZone.left * module, y: y - quietZone.vertical * module,
      width: width + (quietZone.left + quietZone.right) * module,
      height: height + 2 * quietZone.vertical * module)
  }
}

extension BarPattern {
  /// Whether all bars are of one height, and nothing but bars.
  fileprivate var isPlain: Bool { guardBars.isEmpty && !hasBearerBars && addOnStart == nil }
}
