public import Barcodes
public import Imaging
import Text

/// Draws a single symbol with its quiet zone: a picture of nothing else.
public enum SymbolBitmap {
  /// The bar height of a linear symbol whose standard recommends none, in millimetres.
  private static let standardBarHeight = 10.0

  /// A symbol in black dots.
  ///
  /// Bars are as high as the symbology's standard recommends at least; those of EAN and UPC grow
  /// with the module, others are 15 % of the symbol's width at least.
  /// - Parameters:
  ///   - module: dots a module, at least one.
  ///   - dpi: dots an inch, for the height of bars and text.
  ///   - hri: whether the human readable interpretation stands below a linear symbol.
  /// - Throws: `LabelFault` `symbol.too-large` from 100 million dots on, or where the font of the interpretation isn't installed or lacks a
  ///   character.
  public static func draw(
    _ symbol: Symbol, module: Int, dpi: Int, hri: Bool = true
  ) throws(LabelFault) -> Bitmap {
    precondition(module > 0 && dpi > 0)
    let layout = try layout(symbol, module, DotScale(dpi: dpi), hri)
    let extent = layout.extent
    try refuseTooLarge(extent)
    var bitmap = Bitmap(width: extent.width, height: extent.height)
    layout.draw(on: &bitmap, x: -extent.x, y: -extent.y)
    return bitmap
  }

  /// A linear symbol has no greatest length, and its bars grow with it.
  private static func refuseTooLarge(_ extent: DotRect) throws(LabelFault) {
    guard extent.width > LabelTemplate.dotLimit / max(1, extent.height) else { return }
    throw LabelFault(
      code: "symbol.too-large",
      message: "the picture would have \(extent.width) × \(extent.height) dots, expected at most"
        + " \(LabelTemplate.dotLimit) in all. Shorten the text, or take fewer dots a module.")
  }

  private static func layout(
    _ symbol: Symbol, _ module: Int, _ scale: DotScale, _ hri: Bool
  ) throws(LabelFault) -> SymbolLayout {
    let (columns, rows) = symbol.modules.extent
    let width = columns * module
    let height = rows.map { $0 * module } ?? barHeight(symbol, module, scale)
    let interpretation =
      hri && rows == nil ? try interpretation(symbol, module, below: height, scale) : nil
    let guardDepth = interpretation == nil ? 0 : symbol.modules.guardDepth(module: module)
    let modules = DotRect(x: 0, y: 0, width: width, height: height + guardDepth)
    return SymbolLayout(
      symbol: symbol, module: module, modules: modules,
      zone: modules.with(symbol.quietZone, module: module), guardDepth: guardDepth,
      interpretation: interpretation)
  }

  private static func barHeight(_ symbol: Symbol, _ module: Int, _ scale: DotScale) -> Int {
    let facts = symbol.symbology.facts
    let recommended = facts.minimumBarHeight ?? standardBarHeight
    guard symbol.modules.guardDepth(module: module) == 0 else {
      // The table's height is that at the smallest X-dimension.
      return Int((recommended / facts.minimumXDimension.millimetres * Double(module)).rounded())
    }
    return max(scale.dotsCovering(recommended), symbol.modules.extent.columns * module * 15 / 100)
  }

  private static func interpretation(
    _ symbol: Symbol, _ module: Int, below height: Int, _ scale: DotScale
  ) throws(LabelFault) -> InterpretationLayout? {
    do throws(FontFault) {
      let fitter = InterpretationFitter(engine: try TextEngine(), scale: scale)
      let text = try fitter.fit(symbol, .interpretation, module: module, x: 0, bottom: 0)
      guard !text.ink.isEmpty else { return nil }
      return text.moved(down: height + InterpretationLayout.gap(module: module, scale) - text.ink.y)
    } catch { throw LabelFault(code: error.code, message: error.message) }
  }
}
