/// A bilevel picture, packed eight dots to a byte: what a label printer gets.
///
/// The most significant bit is the leftmost dot, as in PNG (ISO/IEC 15948, 7.2) and ZPL; a set
/// bit is black. Bits beyond the width of a row are zero.
public struct Bitmap: Sendable, Equatable {
  /// Columns, in dots.
  public let width: Int
  /// Rows, in dots.
  public let height: Int
  /// Bytes from one row to the next.
  public let bytesPerRow: Int
  /// `bytesPerRow * height` bytes, row by row from the top.
  public internal(set) var bytes: [UInt8]

  /// A white bitmap.
  public init(width: Int, height: Int) {
    precondition(width >= 0 && height >= 0)
    (self.width, self.height) = (width, height)
    bytesPerRow = (width + 7) / 8
    bytes = Array(repeating: 0, count: bytesPerRow * height)
  }

  /// Whether the dot is black; dots outside are white.
  public subscript(x: Int, y: Int) -> Bool {
    get {
      guard x >= 0, y >= 0, x < width, y < height else { return false }
      return bytes[y * bytesPerRow + x >> 3] & (0x80 >> UInt8(x & 7)) != 0
    }
    set {
      guard x >= 0, y >= 0, x < width, y < height else { return }
      let mask: UInt8 = 0x80 >> UInt8(x & 7)
      if newValue {
        bytes[y * bytesPerRow + x >> 3] |= mask
      } else {
        bytes[y * bytesPerRow + x >> 3] &= ~mask
      }
    }
  }
}
