/// Whoever turns a picture file into its result: in this process, or in one that may crash.
public protocol PictureScanning {
  /// The result of one file; what is wrong with it is part of the result.
  func scan(path: String) -> ImageScan
}
