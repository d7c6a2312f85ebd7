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
  /// Which page of the file it is.
  public let page: ImagePage
  /// Columns of the picture as it is displayed, had it not been reduced while it was loaded.
  public internal(set) var fullWidth: Int
  /// Rows of the picture as it is displayed, had it not been reduced while it was loaded.
  public internal(set) var fullHeight: Int

  /// A picture with its facts.
  public init(
    image: GrayImage, format: ImageFormat, capturedAt: Int64?, page: ImagePage = .only
  ) {
    (self.image, self.format, self.capturedAt) = (image, format, capturedAt)
    self.page = page
    (fullWidth, fullHeight) = (image.width, image.height)
  }
}

/// A page of a file: of a document, a frame of an animation, or the one picture that it is.
public struct ImagePage: Sendable, Equatable {
  /// From 1.
  public let number: Int
  /// How many pages the file has, those included that limits leave out.
  public let count: Int

  /// A page of so many.
  public init(number: Int, count: Int) { (self.number, self.count) = (number, count) }

  /// The page of a file that holds one picture.
  public static let only = ImagePage(number: 1, count: 1)
}
