/// A picture as it is displayed, with what its file says about it.
public struct LoadedImage: Sendable, Equatable {
  /// The pixels after the orientation in EXIF was applied.
  public let image: GrayImage
  /// What the file's content is.
  public let format: ImageFormat
  /// When the picture was taken (EXIF DateTimeOriginal), in milliseconds since 1970-01-01 UTC; nil
  /// where the file doesn't say.
  ///
  /// Without an offset the time is taken in the machine's zone.
  public let capturedAt: Int64?

  /// A picture with its facts.
  public init(image: GrayImage, format: ImageFormat, capturedAt: Int64?) {
    (self.image, self.format, self.capturedAt) = (image, format, capturedAt)
  }
}
