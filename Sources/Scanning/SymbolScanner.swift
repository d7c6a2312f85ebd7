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
  /// How much time a picture may cost.
  public let effort: ScanEffort
  private let kinds: Set<ZBarKind>
  private let cascade: Cascade
  private let asides: [Pass]

  /// A scanner for some symbologies; those that can't be read are never found.
  public init(
    symbologies: Set<Symbology>, effort: ScanEffort = .balanced,
    contentOptions: ContentOptions = ContentOptions()
  ) {
    (self.symbologies, self.effort, self.contentOptions) = (symbologies, effort, contentOptions)
    kinds = Set(symbologies.compactMap(ZBarKind.init(finding:)))
    cascade = Cascade(effort)
    asides = symbologies.isDisjoint(with: [.dataMatrix, .gs1DataMatrix]) ? [] : [.dataMatrix]
  }

  /// Pixels on the longer side with which a larger picture is seen as well as with all; nil where
  /// all are needed.
  public var sufficientSide: Int? { effort == .fast ? Pass.photo + 1 : nil }

  /// The symbols of a picture, from top to bottom; one for each physical symbol.
  public func scan(_ image: GrayImage) -> [ScannedSymbol] {
    guard !kinds.isEmpty || !asides.isEmpty, !image.pixels.isEmpty else { return [] }
    let candidates = cascade.read(image, kinds, wanted: symbologies, asides: asides)
    return AddOns.joined(candidates.map { ScannedSymbol($0, contentOptions) })
      .filter { symbologies.contains($0.symbology) }
      .sorted(by: Self.readingOrder)
  }

  private static func readingOrder(_ a: ScannedSymbol, _ b: ScannedSymbol) -> Bool {
    let (first, second) = (PixelBounds(a.polygon), PixelBounds(b.polygon))
    return (first.y.lowerBound, first.x.lowerBound, a.payload)
      < (second.y.lowerBound, second.x.lowerBound, b.payload)
  }
}

extension ScannedSymbol {
  fileprivate init(_ candidate: Candidate, _ options: ContentOptions) {
    let content = candidate.content.read(by: options)
    let outline = candidate.best.outline
    self.init(
      symbology: content.symbology, identifier: content.identifier, text: content.text,
      payload: content.identifier + content.data, bytes: content.bytes, polygon: outline.corners,
      orientation: outline.quarterTurns * 90, quality: outline.quality,
      engine: candidate.best.engine, pass: candidate.best.pass, valid: content.isValid,
      weak: !Trust.isStrong(candidate), gs1: content.elements, problems: content.problems)
  }
}
