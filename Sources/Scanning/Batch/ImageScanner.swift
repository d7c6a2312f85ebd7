import Crypto
import Diagnostics
import Foundation
public import Imaging

/// Scans picture files: reads each once, hashes its bytes, decodes it and finds its symbols.
public struct ImageScanner: PictureScanning, Sendable {
  /// A look at a picture while it is in memory, on the thread that scanned it: it may add to the
  /// result, and must not keep the picture.
  public typealias Inspection = @Sendable (GrayImage, inout ImageScan) -> Void

  private let scanner: SymbolScanner
  private let limits: ImageLimits
  private let inspections: [Inspection]

  /// A scanner of files within limits.
  ///
  /// - Parameter inspections: called in turn for each picture that could be read, as it is
  ///   displayed, after it was scanned.
  public init(
    scanner: SymbolScanner, limits: ImageLimits = ImageLimits(), inspections: [Inspection] = []
  ) {
    (self.scanner, self.limits, self.inspections) = (scanner, limits, inspections)
  }

  /// The result of one file; what is wrong with it is part of the result.
  public func scan(path: String) -> ImageScan {
    let start = ContinuousClock.now
    var scan = ImageScan(path: path)
    let image = read(into: &scan)
    scan.milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
    if let image { for inspect in inspections { inspect(image, &scan) } }
    return scan
  }

  /// The picture, with all that is known of it put into the result; nil where it can't be read.
  private func read(into scan: inout ImageScan) -> GrayImage? {
    do throws(ImageFault) {
      try Self.check(scan.path)
      let bytes = try ImageLoader.read(path: scan.path, limits: limits)
      scan.sha256 = Hex.text(SHA256.hash(data: bytes))
      let loaded = try ImageLoader.decode(bytes, limits: limits)
      (scan.width, scan.height) = (loaded.image.width, loaded.image.height)
      scan.capturedAtMilliseconds = loaded.capturedAt
      scan.symbols = scanner.scan(loaded.image)
      return loaded.image
    } catch {
      scan.fault = error
      return nil
    }
  }

  /// A name that a text can't hold, or that the system would read only the beginning of, must not
  /// open another file.
  private static func check(_ path: String) throws(ImageFault) {
    if path.utf8.contains(0) {
      throw ImageFault(
        code: "path.encoding",
        message: "The path holds a NUL. Where paths are separated by NUL, say --null.")
    }
    if path.unicodeScalars.contains("\u{FFFD}"), access(path, F_OK) != 0 {
      throw ImageFault(
        code: "path.encoding",
        message: "There is no such file; if its name isn't UTF-8, rename it to be read.")
    }
  }
}
