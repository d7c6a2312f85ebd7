/// A small picture of a symbol and of what is around it: what a person looks at to believe it.
public struct SymbolCrop: Sendable, Equatable {
  /// A grayscale PNG.
  public let png: [UInt8]
  /// The symbol's outline, in pixels of the crop.
  public let polygon: [PixelPoint]

  /// A crop of its parts.
  public init(png: [UInt8], polygon: [PixelPoint]) {
    (self.png, self.polygon) = (png, polygon)
  }
}
