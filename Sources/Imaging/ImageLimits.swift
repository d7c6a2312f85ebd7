/// How large a picture may be; both are checked before memory is taken for its pixels.
///
/// A PNG of a hundred bytes can announce 60,000 × 60,000 pixels.
public struct ImageLimits: Sendable, Equatable {
  /// Pixels at most: columns times rows.
  public var maxPixels: Int
  /// Bytes of the file at most.
  public var maxBytes: Int

  /// Limits; 200 million pixels and 256 MiB unless said otherwise.
  public init(maxPixels: Int = 200_000_000, maxBytes: Int = 256 << 20) {
    (self.maxPixels, self.maxBytes) = (maxPixels, maxBytes)
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
