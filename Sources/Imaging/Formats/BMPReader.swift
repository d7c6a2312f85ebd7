/// Reads Windows and OS/2 bitmaps of every depth.
enum BMPReader {
  static func decode(_ bytes: [UInt8], limits: ImageLimits) throws(ImageFault) -> GrayImage {
    let header = try BMPHeader(bytes)
    try limits.check(width: header.width, height: header.height)
    switch (header.compression, header.bitsPerPixel) {
    case (.none, _), (.masks, 16), (.masks, 32), (.masksWithAlpha, 16), (.masksWithAlpha, 32):
      return try plain(bytes, header)
    case (.rle8, 8), (.rle4, 4):
      return try BMPRuns.decode(bytes, header)
    default:
      throw .unsupported(
        format: "BMP",
        reason: "compression “\(header.compression)” with \(header.bitsPerPixel) bits a pixel")
    }
  }

  private static func plain(
    _ bytes: [UInt8], _ header: BMPHeader
  ) throws(ImageFault) -> GrayImage {
    // Each row is filled up to 32 bits; no product of what limits allow overflows.
    let stride = (header.width * header.bitsPerPixel + 31) / 32 * 4
    guard header.pixels >= 0, bytes.count - header.pixels >= stride * header.height else {
      throw .truncated(format: "BMP")
    }
    var image = GrayImage(width: header.width, height: header.height, shade: 0)
    let convert = try row(header, bytes)
    for y in 0..<header.height {
      let target = header.isTopDown ? y : header.height - 1 - y
      convert(bytes, header.pixels + y * stride, &image.pixels, target * header.width)
    }
    return image
  }

  /// Converts the row that begins at an offset of the file to pixels from an index on.
  private typealias Row = ([UInt8], Int, inout [UInt8], Int) -> Void

  private static func row(_ header: BMPHeader, _ bytes: [UInt8]) throws(ImageFault) -> Row {
    let width = header.width
    switch header.bitsPerPixel {
    case 24:
      return { bytes, offset, pixels, start in
        for x in 0..<width {
          let pixel = offset + 3 * x
          pixels[start + x] = Luma.of(
            red: bytes[pixel + 2], green: bytes[pixel + 1], blue: bytes[pixel])
        }
      }
    case 16, 32:
      let colours = BMPMasks(header, opaque: !hasAlpha(header, bytes))
      let step = header.bitsPerPixel / 8
      return { bytes, offset, pixels, start in
        for x in 0..<width {
          pixels[start + x] = colours.luma(of: value(bytes, offset + step * x, step))
        }
      }
    case let depth:
      let (palette, mask) = (header.palette, (1 << depth) - 1)
      return { bytes, offset, pixels, start in
        for x in 0..<width {
          let bit = x * depth
          let index = Int(bytes[offset + bit >> 3]) >> (8 - depth - bit & 7) & mask
          pixels[start + x] = palette[index]
        }
      }
    }
  }

  @inline(__always)
  private static func value(_ bytes: [UInt8], _ offset: Int, _ step: Int) -> UInt32 {
    let low = UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8
    if step == 2 { return low }
    return low | UInt32(bytes[offset + 2]) << 16 | UInt32(bytes[offset + 3]) << 24
  }

  /// Whether any pixel says that it isn't transparent: programs that know nothing of alpha leave
  /// zeros there, and mean a picture.
  private static func hasAlpha(_ header: BMPHeader, _ bytes: [UInt8]) -> Bool {
    let (mask, step) = (header.masks[3], header.bitsPerPixel / 8)
    guard mask != 0 else { return false }
    let stride = (header.width * header.bitsPerPixel + 31) / 32 * 4
    return (0..<header.height).contains { y in
      let row = header.pixels + y * stride
      return (0..<header.width).contains { value(bytes, row + step * $0, step) & mask != 0 }
    }
  }
}

/// The parts of a pixel that masks cut out, as luma over white.
private struct BMPMasks {
  private let parts: [(shift: UInt32, most: UInt32)]

  init(_ header: BMPHeader, opaque: Bool) {
    parts = (opaque ? Array(header.masks.prefix(3)) : header.masks).map { mask in
      let shift = mask == 0 ? 0 : UInt32(mask.trailingZeroBitCount)
      return (shift, mask >> shift)
    }
  }

  @inline(__always)
  func luma(of pixel: UInt32) -> UInt8 {
    let luma = Luma.of(red: part(0, pixel), green: part(1, pixel), blue: part(2, pixel))
    return parts.count < 4 ? luma : Luma.overWhite(luma, alpha: part(3, pixel))
  }

  @inline(__always)
  private func part(_ index: Int, _ pixel: UInt32) -> UInt8 {
    let (shift, most) = parts[index]
    return most == 0 ? 0 : Luma.scaled(pixel >> shift & most, most: most)
  }
}
