public import Imaging

/// Cuts the surroundings of symbols out of their picture.
public struct SymbolCropper: Sendable {
  private let longerSide: Int

  /// A cropper.
  ///
  /// - Parameter longerSide: pixels that a crop has at most on its longer side.
  public init(longerSide: Int = 280) { self.longerSide = longerSide }

  /// Gives each valid symbol of a scan its crop; to be handed to `ImageScanner`.
  public func crop(_ image: GrayImage, _ scan: inout ImageScan) {
    for index in scan.symbols.indices where scan.symbols[index].valid {
      scan.symbols[index].crop = crop(image, around: scan.symbols[index].polygon)
    }
  }

  /// The outline with a third of its mean side around it; nil for an outline without corners, or
  /// outside the picture.
  public func crop(_ image: GrayImage, around polygon: [PixelPoint]) -> SymbolCrop? {
    guard !polygon.isEmpty else { return nil }
    let bounds = PixelBounds(polygon)
    let margin = (bounds.x.count + bounds.y.count) / 6
    let columns = Self.widened(bounds.x, by: margin).clamped(to: 0..<image.width)
    let rows = Self.widened(bounds.y, by: margin).clamped(to: 0..<image.height)
    guard !columns.isEmpty, !rows.isEmpty else { return nil }
    let crop = image.reduced(columns: columns, rows: rows, longerSide: longerSide)
    return SymbolCrop(
      png: PNGWriter.encodeInSixteenShades(crop),
      polygon: polygon.map { corner in
        PixelPoint(
          x: Self.scaled(corner.x - columns.lowerBound, crop.width, columns.count),
          y: Self.scaled(corner.y - rows.lowerBound, crop.height, rows.count))
      })
  }

  private static func widened(_ range: ClosedRange<Int>, by margin: Int) -> Range<Int> {
    range.lowerBound - margin..<range.upperBound + margin + 1
  }

  private static func scaled(_ offset: Int, _ side: Int, _ original: Int) -> Int {
    Int((Double(offset) * Double(side) / Double(original)).rounded())
  }
}
