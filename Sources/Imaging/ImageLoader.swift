/// Reads pictures from files and from memory.
public enum ImageLoader {
  /// The picture in a file.
  ///
  /// - Throws: `ImageFault` where the file can't be read, is no picture, is broken or too large.
  public static func load(
    path: String, limits: ImageLimits = ImageLimits()
  ) throws(ImageFault) -> LoadedImage {
    try decode(read(path: path, limits: limits), limits: limits)
  }

  /// The bytes of a file, for a caller who wants them for more than the picture.
  ///
  /// - Throws: `ImageFault` with `image.unreadable` or `image.too-large`.
  public static func read(
    path: String, limits: ImageLimits = ImageLimits()
  ) throws(ImageFault) -> [UInt8] {
    let file = try ImageFile(path: path)
    try limits.check(byteCount: file.byteCount)
    return try file.read()
  }

  /// The picture in the bytes of a file.
  ///
  /// The content decides about the format, not a name.
  ///
  /// - Throws: `ImageFault` with any of its codes but `image.unreadable`.
  public static func decode(
    _ bytes: [UInt8], limits: ImageLimits = ImageLimits()
  ) throws(ImageFault) -> LoadedImage {
    guard !bytes.isEmpty else {
      throw ImageFault(code: "image.empty", message: "The file is empty.")
    }
    try limits.check(byteCount: bytes.count)
    guard let format = ImageFormat(sniffing: bytes) else { throw foreign(bytes) }
    let decoded =
      switch format {
      case .png: try PNGReader.decode(bytes, limits: limits)
      case .jpeg: try JPEGReader.decode(bytes, limits: limits)
      }
    return LoadedImage(
      image: decoded.image.displayed(decoded.exif.orientation), format: format,
      capturedAt: decoded.exif.capturedAt())
  }

  private static func foreign(_ bytes: [UInt8]) -> ImageFault {
    ImageFault(
      code: "image.format",
      message:
        "The content is \(ForeignContent.describe(bytes)); a PNG or JPEG picture is expected."
    )
  }
}

/// What a decoder of a format hands over.
struct DecodedImage {
  let image: GrayImage
  let exif: EXIF
}
