/// A picture of 8-bit luma: 0 is black, 255 is white.
public struct GrayImage: Sendable, Equatable {
  /// Columns, in pixels.
  public let width: Int
  /// Rows, in pixels.
  public let height: Int
  /// `width * height` bytes, row by row from the top, without padding.
  public var pixels: [UInt8]

  /// A picture of given pixels; `pixels.count` must be `width * height`.
  public init(width: Int, height: Int, pixels: [UInt8]) {
    precondition(width >= 0 && height >= 0 && pixels.count == width * height)
    (self.width, self.height, self.pixels) = (width, height, pixels)
  }

  /// A picture of one shade.
  public init(width: Int, height: Int, shade: UInt8 = 255) {
    self.init(
      width: width, height: height, pixels: Array(repeating: shade, count: width * height))
  }
}
