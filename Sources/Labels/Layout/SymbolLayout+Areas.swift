import Barcodes

extension SymbolLayout {
  /// The dark modules as rectangles in the symbol's box, which don't overlap but for bearer bars.
  var areas: [DotRect] {
    switch symbol.modules {
    case .linear(let pattern): bars(of: pattern)
    case .matrix(let matrix):
      matrix.rectangles.map {
        DotRect(
          x: modules.x + $0.x * module, y: modules.y + $0.y * module, width: $0.width * module,
          height: $0.height * module)
      }
    }
  }

  private func bars(of pattern: BarPattern) -> [DotRect] {
    let addOnTop = interpretation?.addOn?.barsTop ?? 0
    let bars = pattern.bars.map { bar in
      let top = bar.isAddOn ? addOnTop : 0
      let depth = bar.isGuard || bar.isAddOn ? 0 : guardDepth
      return DotRect(
        x: modules.x + bar.x * module, y: modules.y + top, width: bar.width * module,
        height: modules.height - depth - top)
    }
    return pattern.hasBearerBars ? bars + bearerBars : bars
  }

  /// Along the upper and the lower end of the bars, over the quiet zones too.
  private var bearerBars: [DotRect] {
    let thickness = BarPattern.bearerBarModules * module
    return [zone.y, zone.bottom - thickness].map {
      DotRect(x: zone.x, y: $0, width: zone.width, height: thickness)
    }
  }
}
