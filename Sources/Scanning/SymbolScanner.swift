public import Barcodes
public import Imaging

/// Finds and decodes the symbols in pictures.
///
/// A scanner is a value without state of its own: pictures can't influence each other, and one
/// scanner serves any number of threads.
public struct SymbolScanner: Sendable {
  /// What is looked for.
  public let symbologies: Set<Symbology>
  /// How content is read.
  public let contentOptions: ContentOptions
  private let kinds: Set<ZBarKind>

  /// A scanner for some symbologies; those that can't be read are never found.
  public init(symbologies: Set<Symbology>, contentOptions: ContentOptions = ContentOptions()) {
    (self.symbologies, self.contentOptions) = (symbologies, contentOptions)
    kinds = Set(symbologies.compactMap(ZBarKind.init(finding:)))
  }

  /// The symbols of a picture, from top to bottom; one for each physical symbol.
  public func scan(_ image: GrayImage) -> [ScannedSymbol] {
    guard let scanner = ZBarScanner(kinds: kinds) else { return [] }
    let symbols = scanner.read(image).flatMap { physicalSymbols($0, in: image) }
    return AddOns.joined(Trust.withoutGhosts(symbols))
      .filter { symbologies.contains($0.symbology) }
      .sorted(by: Self.readingOrder)
  }

  private func physicalSymbols(_ symbol: ZBarSymbol, in image: GrayImage) -> [ScannedSymbol] {
    guard let content = SymbolContent(symbol, contentOptions) else { return [] }
    let outlines =
      symbol.kind == .qrCode
      ? [SymbolOutline(matrix: symbol)] : SymbolOutline.outlines(ofLinear: symbol, in: image)
    return outlines.map { ScannedSymbol(content, $0) }
  }

  private static func readingOrder(_ a: ScannedSymbol, _ b: ScannedSymbol) -> Bool {
    let (first, second) = (PixelBounds(a.polygon), PixelBounds(b.polygon))
    return (first.y.lowerBound, first.x.lowerBound, a.payload)
      < (second.y.lowerBound, second.x.lowerBound, b.payload)
  }
}

extension ScannedSymbol {
  fileprivate init(_ content: SymbolContent, _ outline: SymbolOutline) {
    self.init(
      symbology: content.symbology, identifier: content.identifier, text: content.text,
      payload: content.identifier + content.data, bytes: content.bytes, polygon: outline.corners,
      orientation: outline.quarterTurns * 90, quality: outline.quality,
      valid: content.isValid,
      weak: outline.quality < Trust.strongQuality(of: content.symbology), gs1: content.elements,
      problems: content.problems)
  }
}
