import Crypto
import Diagnostics
public import Imaging

/// Scans picture files: reads each once, hashes its bytes, decodes it and finds its symbols.
public struct ImageScanner: Sendable {
  private let scanner: SymbolScanner
  private let limits: ImageLimits

  /// A scanner of files within limits.
  public init(scanner: SymbolScanner, limits: ImageLimits = ImageLimits()) {
    (self.scanner, self.limits) = (scanner, limits)
  }

  /// The result of one file; what is wrong with it is part of the result.
  public func scan(path: String) -> ImageScan {
    let start = ContinuousClock.now
    var scan = ImageScan(path: path)
    do throws(ImageFault) {
      let bytes = try ImageLoader.read(path: path, limits: limits)
      scan.sha256 = Hex.text(SHA256.hash(data: bytes))
      let loaded = try ImageLoader.decode(bytes, limits: limits)
      (scan.width, scan.height) = (loaded.image.width, loaded.image.height)
      scan.capturedAtMilliseconds = loaded.capturedAt
      scan.symbols = scanner.scan(loaded.image)
    } catch {
      scan.fault = error
    }
    scan.milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
    return scan
  }
}
