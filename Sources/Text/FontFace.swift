import CFreeType
import Imaging

/// The owner of a FreeType face, set to a size in dots.
///
/// Glyphs are hinted and rendered for two colours, so that strokes are whole dots.
final class FontFace {
  let handle: FT_Face
  let file: FontFile
  /// The em square, in dots.
  let size: Int
  /// Keeps the library as long as the face.
  private let library: FreeTypeLibrary
  /// Those with low numbers, as Latin letters have, by their numbers.
  private var lowGlyphs: [Glyph?] = []
  private var otherGlyphs: [UInt32: Glyph] = [:]

  /// Kept glyphs of each kind: more than a batch in one script has, and a bound for one in many.
  private static let glyphLimit = 4096
  static let loadFlags = tally_ft_load_target_mono()

  init(_ file: FontFile, size: Int, library: FreeTypeLibrary) throws(FontFault) {
    handle = try library.open(file)
    (self.file, self.size, self.library) = (file, size, library)
    guard FT_Set_Pixel_Sizes(handle, 0, FT_UInt(size)) == 0 else {
      FT_Done_Face(handle)
      throw FontFault(
        code: "font.unreadable",
        message: "The font file \(file.path) can't be set to \(size) dots; it has no outlines.")
    }
  }

  deinit { FT_Done_Face(handle) }

  /// Dots from the baseline to the top of the line, and to its bottom.
  typealias Metrics = (ascent: Int, descent: Int)

  var verticalMetrics: Metrics {
    let metrics = handle.pointee.size.pointee.metrics
    return ((metrics.ascender + 63) >> 6, (63 - metrics.descender) >> 6)
  }

  /// The dots of glyphs, rendered when first asked for.
  func glyphs(_ indices: some Collection<UInt32>) -> [Glyph] {
    let kept = lowGlyphs
    return indices.map { index in
      if index < kept.count, let glyph = kept[Int(index)] { return glyph }
      return glyph(index)
    }
  }

  private func glyph(_ index: UInt32) -> Glyph {
    guard index >= Self.glyphLimit else { return lowGlyph(Int(index)) }
    if let glyph = otherGlyphs[index] { return glyph }
    let glyph = render(index)
    if otherGlyphs.count == Self.glyphLimit { otherGlyphs.removeAll(keepingCapacity: true) }
    otherGlyphs[index] = glyph
    return glyph
  }

  private func lowGlyph(_ index: Int) -> Glyph {
    if index < lowGlyphs.count, let glyph = lowGlyphs[index] { return glyph }
    let glyph = render(UInt32(index))
    if index >= lowGlyphs.count {
      lowGlyphs += Array(repeating: nil, count: index + 1 - lowGlyphs.count)
    }
    lowGlyphs[index] = glyph
    return glyph
  }

  /// A glyph that FreeType can't render is one without ink, as a space is.
  private func render(_ index: UInt32) -> Glyph {
    guard FT_Load_Glyph(handle, index, Self.loadFlags) == 0,
      FT_Render_Glyph(handle.pointee.glyph, FT_RENDER_MODE_MONO) == 0
    else { return Glyph(bitmap: Bitmap(width: 0, height: 0), left: 0, top: 0) }
    let slot = handle.pointee.glyph.pointee
    return Glyph(
      bitmap: Self.bitmap(slot.bitmap), left: Int(slot.bitmap_left), top: Int(slot.bitmap_top))
  }

  /// FreeType packs mono bitmaps as Bitmap does; its pitch is positive where rows go down, as
  /// those of rendered glyphs do.
  private static func bitmap(_ source: FT_Bitmap) -> Bitmap {
    let (width, height) = (Int(source.width), Int(source.rows))
    guard let buffer = source.buffer, width > 0, source.pitch > 0 else {
      return Bitmap(width: 0, height: 0)
    }
    let bytes = Array(UnsafeBufferPointer(start: buffer, count: Int(source.pitch) * height))
    return Bitmap(
      width: width, height: height, packedRows: bytes, bytesPerRow: Int(source.pitch))
  }
}
