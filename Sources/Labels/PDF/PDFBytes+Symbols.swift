import Barcodes

extension PDFBytes {
  /// A symbol's modules as one filled path, in its upright box.
  mutating func symbol(_ layout: SymbolLayout) {
    append("q ")
    switch layout.symbol.modules {
    case .linear(let pattern):
      bars(pattern, layout)
    case .matrix(let matrix):
      // One module is one unit, so that numbers are short.
      scale(layout.module, layout.module, layout.modules)
      ModuleRuns(matrix).forEach { run in
        number(run.x)
        number(matrix.rows - run.bottom)
        number(run.width)
        number(run.bottom - run.top)
        append("re\n")
      }
    }
    append("f Q\n")
  }

  private mutating func scale(_ across: Int, _ up: Int, _ box: DotRect) {
    number(across)
    append("0 0 ")
    number(up)
    number(box.x)
    number(-box.bottom)
    append("cm\n")
  }

  /// Bars are modules wide and dots high.
  private mutating func bars(_ pattern: BarPattern, _ layout: SymbolLayout) {
    if pattern.hasBearerBars {
      for bearer in layout.bearerBars { rectangle(bearer) }
      append("f\n")
    }
    scale(layout.module, 1, layout.modules)
    for bar in pattern.bars {
      number(bar.x)
      number(bar.isGuard ? 0 : layout.guardDepth)
      number(bar.width)
      number(layout.modules.height - (bar.isGuard ? 0 : layout.guardDepth))
      append("re\n")
    }
  }
}

extension SymbolLayout {
  /// Along the upper and the lower end of the bars, over the quiet zones too.
  fileprivate var bearerBars: [DotRect] {
    let thickness = BarPattern.bearerBarModules * module
    return [zone.y, zone.bottom - thickness].map {
      DotRect(x: zone.x, y: $0, width: zone.width, height: thickness)
    }
  }
}
