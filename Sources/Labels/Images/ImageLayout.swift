import Barcodes
import Imaging

/// A picture in dots at its place in a box.
struct ImageLayout {
  let bitmap: Bitmap
  /// What it covers of its upright box.
  let area: DotRect

  /// Its black dots as rectangles in the box, which don't overlap.
  var areas: [DotRect] {
    let dark = (0..<bitmap.height).flatMap { y in (0..<bitmap.width).map { bitmap[$0, y] } }
    return ModuleMatrix(columns: bitmap.width, rows: bitmap.height, dark: dark).rectangles.map {
      DotRect(x: area.x + $0.x, y: area.y + $0.y, width: $0.width, height: $0.height)
    }
  }
}
