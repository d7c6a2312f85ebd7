/// How large a picture may be; all is checked before memory is taken for its pixels.
///
/// A PNG of a hundred bytes can announce 60,000 × 60,000 pixels.
public struct ImageLimits: Sendable, Equatable {
  /// Pixels at most: columns times rows.
  public var maxPixels: Int
  /// Bytes of the file at most.
  public var maxBytes: Int
  /// Pages of a document at most; those behind are left out.
  public var maxPages: Int
  /// Frames of an animation at most; those behind are left out.
  public var maxFrames: Int
  /// How long a program may take that converts a file or one of its pages.
  public var conversionTime: Duration

  /// Limits; 200 million pixels, 256 MiB, 1,000 pages, 50 frames and a minute unless said otherwise.
  public init(
    maxPixels: Int = 200_000_000, maxBytes: Int = 256 << 20, maxPages: Int = 1000,
    maxFrames: Int = 50, conversionTime: Duration = .seconds(60)
  ) {
    (self.maxPixels, self.maxBytes) = (maxPixels, maxBytes)
    (self.maxPages, self.maxFrames) = (maxPages, maxFrames)
    self.conversionTime = conversionTime
  }

  func check(byteCount: Int) throws(ImageFault) {
    guard byteCount > maxBytes else { return }
    throw ImageFault(
      code: "image.too-large",
      message: "The file has \(byteCount) bytes; at most \(maxBytes) are read.")
  }

  func check(width: Int, height: Int) throws(ImageFault) {
    let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
    guard overflow || pixels > maxPixels else { return }
    throw ImageFault(
      code: "image.too-large",
      message: "The picture has \(width) × \(height) pixels; at most \(maxPixels) are read. "
        + "Scale it down.")
  }
}
