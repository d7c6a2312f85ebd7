/// The headers of a Windows or OS/2 bitmap, every field checked (Microsoft: BITMAPFILEHEADER,
/// BITMAPCOREHEADER, BITMAPINFOHEADER, BITMAPV4HEADER, BITMAPV5HEADER).
struct BMPHeader {
  let width: Int
  let height: Int
  let isTopDown: Bool
  let bitsPerPixel: Int
  let compression: Compression
  /// Where the pixels begin.
  let pixels: Int
  /// Red, green, blue and alpha in a pixel of 16 or 32 bits; an alpha of 0 is none.
  let masks: [UInt32]
  /// Luma of each colour of the palette; 256 of them, those that the file lacks are black.
  let palette: [UInt8]

  enum Compression: Int { case none = 0, rle8, rle4, masks, jpeg, png, masksWithAlpha }

  /// Whether it begins like one: two letters alone are too few.
  static func isLikely(_ bytes: [UInt8]) -> Bool {
    guard bytes.starts(with: "BM".utf8), let size = bytes.littleLong(at: 14) else { return false }
    return headerSizes.contains(Int(size))
  }

  private static let headerSizes: Set = [12, 16, 40, 52, 56, 64, 108, 124]
  private static let start = 14

  init(_ bytes: [UInt8]) throws(ImageFault) {
    guard let headerSize = bytes.littleLong(at: Self.start).map(Int.init),
      bytes.count >= Self.start + headerSize, let offset = bytes.littleLong(at: 10)
    else { throw .truncated(format: "BMP") }
    // OS/2's first header has 16 bits for a side, all others have 32 with a sign.
    let isCore = headerSize == 12
    let size = Self.size(bytes, isCore: isCore)
    let depth = bytes.littleShort(at: Self.start + (isCore ? 10 : 14)) ?? 0
    let method = isCore || headerSize < 40 ? 0 : bytes.littleLong(at: Self.start + 16) ?? 0
    guard size.width > 0, size.height != 0, [1, 2, 4, 8, 16, 24, 32].contains(depth) else {
      throw .corrupt(
        format: "BMP",
        reason: "\(size.width) × \(size.height) pixels of \(depth) bits can't be")
    }
    guard let compression = Compression(rawValue: Int(method)) else {
      throw .unsupported(format: "BMP", reason: "compression \(method)")
    }
    (width, height, isTopDown) = (size.width, abs(size.height), size.height < 0)
    (bitsPerPixel, self.compression, pixels) = (depth, compression, Int(offset))
    let followingMasks =
      headerSize > 40 ? 0 : compression == .masks ? 12 : compression == .masksWithAlpha ? 16 : 0
    masks = Self.masks(bytes, compression, depth, hasAlpha: headerSize >= 56 || followingMasks > 12)
    palette = Self.palette(
      bytes, at: Self.start + headerSize + followingMasks, end: Int(offset), depth: depth,
      entrySize: isCore ? 3 : 4)
  }

  private static func size(_ bytes: [UInt8], isCore: Bool) -> (width: Int, height: Int) {
    if isCore {
      return (bytes.littleShort(at: start + 4) ?? 0, bytes.littleShort(at: start + 6) ?? 0)
    }
    let sides = [4, 8].map { Int(Int32(bitPattern: bytes.littleLong(at: start + $0) ?? 0)) }
    return (sides[0], sides[1])
  }

  /// They lie at the same place, whether as part of the header or behind it.
  private static func masks(
    _ bytes: [UInt8], _ compression: Compression, _ depth: Int, hasAlpha: Bool
  ) -> [UInt32] {
    switch compression {
    case .masks, .masksWithAlpha:
      let places = [40, 44, 48] + (hasAlpha ? [52] : [])
      let masks = places.map { bytes.littleLong(at: start + $0) ?? 0 }
      return hasAlpha ? masks : masks + [0]
    default:
      return depth == 16 ? [0x7C00, 0x3E0, 0x1F, 0] : [0xFF_0000, 0xFF00, 0xFF, 0]
    }
  }

  private static func palette(
    _ bytes: [UInt8], at first: Int, end: Int, depth: Int, entrySize: Int
  ) -> [UInt8] {
    var shades = [UInt8](repeating: 0, count: 256)
    guard depth <= 8 else { return shades }
    let place = max(min(end, bytes.count) - first, 0) / entrySize
    for index in 0..<min(1 << depth, place) {
      let entry = first + index * entrySize
      shades[index] = Luma.of(red: bytes[entry + 2], green: bytes[entry + 1], blue: bytes[entry])
    }
    return shades
  }
}
