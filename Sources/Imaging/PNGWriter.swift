internal import CPNG

/// Writes pictures as PNG.
///
/// The same picture gives the same bytes; one that isn't bilevel, with the same zlib.
public enum PNGWriter {
  /// A grayscale PNG of one bit a pixel.
  ///
  /// - Parameter dpi: dots per inch, written as pixels per metre (pHYs).
  public static func encode(_ bitmap: Bitmap, dpi: Double) -> [UInt8] {
    refuseEmpty(width: bitmap.width, height: bitmap.height)
    return BilevelPNG.encode(
      bitmap, pixelsPerMetre: UInt32((dpi / metresPerInch).rounded()))
  }

  /// A grayscale PNG of eight bits a pixel.
  public static func encode(_ image: GrayImage) -> [UInt8] {
    encode(
      image.pixels, width: image.width, height: image.height, bytesPerRow: image.width,
      bitsPerPixel: 8)
  }

  /// A grayscale PNG of four bits a pixel: each shade becomes the nearest of sixteen.
  ///
  /// A symbol looks the same, and on photos the noise, which is most of what a PNG holds, goes.
  public static func encodeInSixteenShades(_ image: GrayImage) -> [UInt8] {
    let bytesPerRow = (image.width + 1) / 2
    let rows = [UInt8](unsafeUninitializedCapacity: bytesPerRow * image.height) { rows, filled in
      filled = rows.count
      image.pixels.withUnsafeBufferPointer { pixels in
        for y in 0..<image.height {
          let row = UnsafeBufferPointer(
            rebasing: pixels[(y * image.width)..<((y + 1) * image.width)])
          for x in 0..<bytesPerRow {
            let second = 2 * x + 1 < row.count ? shade(row[2 * x + 1]) : 0
            rows[y * bytesPerRow + x] = shade(row[2 * x]) << 4 | second
          }
        }
      }
    }
    return encode(
      rows, width: image.width, height: image.height, bytesPerRow: bytesPerRow, bitsPerPixel: 4)
  }

  /// Of sixteen, which lie 17 apart.
  private static func shade(_ luma: UInt8) -> UInt8 { UInt8((UInt16(luma) + 8) / 17) }

  /// A PNG in colour, of eight bits each of red, green and blue.
  public static func encode(_ image: ColourImage) -> [UInt8] {
    encode(
      image.pixels, width: image.width, height: image.height, bytesPerRow: 3 * image.width,
      bitsPerPixel: 24)
  }

  private static let metresPerInch = 0.0254

  private static func refuseEmpty(width: Int, height: Int) {
    precondition(width > 0 && height > 0, "PNG knows no empty picture (ISO/IEC 15948, 11.2.2)")
  }

  private static func encode(
    _ rows: [UInt8], width: Int, height: Int, bytesPerRow: Int, bitsPerPixel: Int32
  ) -> [UInt8] {
    refuseEmpty(width: width, height: height)
    return rows.withUnsafeBufferPointer { rows in
      var picture = cpng_picture(
        width: UInt32(width), height: UInt32(height), rows: rows.baseAddress,
        bytes_per_row: bytesPerRow, bits_per_pixel: bitsPerPixel)
      var count = 0
      let bytes = cpng_write(&picture, &count)
      defer { cpng_free(bytes) }
      // With a size that PNG allows, libpng fails for want of memory only; so would Array.
      precondition(bytes != nil, "out of memory")
      return Array(UnsafeBufferPointer(start: bytes, count: count))
    }
  }
}
