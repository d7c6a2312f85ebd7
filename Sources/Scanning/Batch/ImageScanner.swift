import Crypto
import Diagnostics
public import Imaging

/// Scans picture files: reads each once, hashes its bytes, decodes it and finds its symbols.
public struct ImageScanner: Sendable {
  private let scanner: SymbolScanner
  private let limits: ImageLimits
  private let sink: Sink?

  /// Takes each picture that was scanned, as it is displayed, with its result.
  ///
  /// It is called on the thread that scans, and no other picture is begun there meanwhile.
  public typealias Sink = @Sendable (GrayImage, ImageScan) throws(ImageFault) -> Void

  /// A scanner of files within limits.
  ///
  /// - Parameter sink: what else is to be done with a picture while its pixels are at hand.
  public init(scanner: SymbolScanner, limits: ImageLimits = ImageLimits(), sink: Sink? = nil) {
    (self.scanner, self.limits, self.sink) = (scanner, limits, sink)
  }

  /// The result of one file; what is wrong with it is part of the result.
  public func scan(path: String) -> ImageScan {
    let start = ContinuousClock.now
    var scan = ImageScan(path: path)
    let image = read(into: &scan)
    scan.milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
    if let image { hand(image, &scan) }
    return scan
  }

  /// The picture, with all that is known of it put into the result; nil where it can't be read.
  private func read(into scan: inout ImageScan) -> GrayImage? {
    do throws(ImageFault) {
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

  private func hand(_ image: GrayImage, _ scan: inout ImageScan) {
    do throws(ImageFault) {
      try sink?(image, scan)
    } catch {
      scan.sinkFault = error
    }
  }
}
