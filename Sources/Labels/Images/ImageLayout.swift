import Imaging

/// A picture in dots at its place in a box.
struct ImageLayout {
  let bitmap: Bitmap
  /// What it covers of its upright box.
  let area: DotRect
}
