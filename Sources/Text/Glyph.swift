import Imaging

/// One glyph of a font at a size, in black dots; lines share it.
final class Glyph {
  let bitmap: Bitmap
  /// Dots from the pen to the bitmap's left edge.
  let left: Int
  /// Dots from the baseline up to the bitmap's top edge.
  let top: Int

  /// False for spaces, for which FreeType may render white dots.
  let hasInk: Bool

  init(bitmap: Bitmap, left: Int, top: Int) {
    (self.bitmap, self.left, self.top) = (bitmap, left, top)
    hasInk = !bitmap.isWhite(x: 0, y: 0, width: bitmap.width, height: bitmap.height)
  }
}
