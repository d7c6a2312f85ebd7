public import Imaging

/// What became of one picture of a scan: its symbols, or why it can't be read.
public struct ImageScan: Sendable, Equatable, Codable {
  /// The path as it was given.
  public var path: String
  /// The SHA-256 of the file's bytes in lower-case hexadecimal; empty where they can't be read.
  public var sha256: String
  /// Columns of the picture, or of its first page, as displayed, in pixels; 0 where it can't be read.
  public var width: Int
  /// Rows of the picture, or of its first page, as displayed, in pixels; 0 where it can't be read.
  public var height: Int
  /// How many pages or frames the file has; 1 for most pictures, and where it can't be read.
  public var pages = 1
  /// How many of them weren't looked at, since there are more than limits allow.
  public var pagesLeftOut = 0
  /// The page that is being inspected, from 1; nil outside of inspections.
  public var inspectedPage: Int?
  /// How long reading, decoding and scanning took, in milliseconds.
  public var milliseconds: Double
  /// What was found, page by page, from top to bottom.
  public var symbols: [ScannedSymbol]
  /// When the picture was taken, in milliseconds since 1970-01-01 UTC, where the file says so.
  public var capturedAtMilliseconds: Int64?
  /// Why the picture can't be read; nil where it was.
  public var fault: ImageFault?
  /// Why an inspection could do nothing with the picture; what was read holds all the same.
  public var inspectionFault: ImageFault?

  /// A result of given facts.
  public init(
    path: String, sha256: String = "", width: Int = 0, height: Int = 0, milliseconds: Double = 0,
    symbols: [ScannedSymbol] = [], capturedAtMilliseconds: Int64? = nil, fault: ImageFault? = nil
  ) {
    (self.path, self.sha256, self.width, self.height) = (path, sha256, width, height)
    (self.milliseconds, self.symbols) = (milliseconds, symbols)
    (self.capturedAtMilliseconds, self.fault) = (capturedAtMilliseconds, fault)
  }
}
