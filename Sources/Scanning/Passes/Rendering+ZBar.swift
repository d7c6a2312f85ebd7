extension Rendering {
  /// What zbar reads in it.
  ///
  /// - Parameter density: zbar crosses every so many-th row and column.
  func readByZBar(_ kinds: Set<ZBarKind>, density: Int = 1) -> [Reading] {
    guard let scanner = ZBarScanner(kinds: kinds, density: density) else { return [] }
    return scanner.read(image).flatMap { symbol -> [Reading] in
      guard let content = SymbolContent(symbol) else { return [] }
      let outlines =
        symbol.kind == .qrCode
        ? [SymbolOutline(matrix: symbol)] : SymbolOutline.outlines(ofLinear: symbol, in: image)
      let latin1 = symbol.kind == .code128 ? Latin1Code128(symbol, in: image) : nil
      return outlines.map {
        Reading(latin1?.content(at: $0) ?? content, $0, in: self, engine: "zbar")
      }
    }
  }
}

extension SymbolOutline {
  /// The same outline in the picture of which the rendering was made.
  func mapped(by map: PixelMap) -> SymbolOutline {
    SymbolOutline(
      corners: corners.map { map($0) }, quarterTurns: (quarterTurns + map.quarterTurns) & 3,
      quality: quality)
  }
}
