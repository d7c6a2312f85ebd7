/// A place in a picture: pixels right of the left border and below the top border.
public struct PixelPoint: Sendable, Hashable, Codable {
  /// Pixels from the left border.
  public var x: Int
  /// Pixels from the top border.
  public var y: Int

  /// A place.
  public init(x: Int, y: Int) {
    (self.x, self.y) = (x, y)
  }
}
