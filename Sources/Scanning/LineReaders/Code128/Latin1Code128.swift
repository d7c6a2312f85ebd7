import Imaging

/// Finds out whether a Code 128 symbol that zbar has read holds FNC4, which zbar passes over.
///
/// The lines on which zbar has read it are read again for their code words; they count where they
/// spell what zbar says but for FNC4.
struct Latin1Code128 {
  private let symbol: ZBarSymbol
  private let image: GrayImage
  private let rows: [ReadPlace]
  private let columns: [ReadPlace]

  /// Lines that are tried: most are read at once, and where eight tell nothing, hardly one will.
  private static let mostLines = 8

  init(_ symbol: ZBarSymbol, in image: GrayImage) {
    (self.symbol, self.image) = (symbol, image)
    (rows, columns) = symbol.places
  }

  /// What one physical symbol holds; nil where there is no FNC4 in it, or where that can't be told.
  func content(at outline: SymbolOutline) -> SymbolContent? {
    let bounds = PixelBounds(outline.corners)
    let content =
      outline.quarterTurns & 1 == 0
      ? content(rows, .rows, on: bounds.y, between: bounds.x)
      : content(columns, .columns, on: bounds.x, between: bounds.y)
    return content
  }

  private func content(
    _ places: [ReadPlace], _ direction: ScanDirection, on lines: ClosedRange<Int>,
    between ends: ClosedRange<Int>
  ) -> SymbolContent? {
    let margin = ends.count / 4 + 8
    let ends = ends.lowerBound - margin...ends.upperBound + margin
    let own = places.filter { lines.contains($0.line) && ends.contains($0.place) }.map(\.line)
    var profiles = PartProfiles(image, direction, ends)
    var reader = Code128Reader(quietZone: 0, contrasts: [0.15, 0.3, 0.5], matcher: .lenient)
    for thickness in [1, 5] {
      for line in Self.spread(own) + Self.spread(Array(lines)) {
        let reading = profiles.withMean(of: thickness, around: line) { reader.read($0) }
        guard let message = reading.flatMap({ Code128Message(words: $0.words) }),
          message.bytesWithoutFNC4 == symbol.bytes, message.isGS1 == symbol.isGS1
        else { continue }
        return message.hasFNC4 ? SymbolContent(message) : nil
      }
    }
    return nil
  }

  /// Some of the lines, from the middle to both ends: print is most likely damaged there.
  private static func spread(_ lines: [Int]) -> [Int] {
    let step = max(1, lines.count / mostLines)
    let middle = lines.count / 2
    return stride(from: 0, to: lines.count, by: step).map { lines[$0] }
      .sorted { abs($0 - lines[middle]) < abs($1 - lines[middle]) }
  }
}
