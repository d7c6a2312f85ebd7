import Crypto
public import Imaging

/// Scans picture files: reads each once, hashes its bytes, decodes it and finds its symbols.
public struct ImageScanner: Sendable {
  /// A look at a picture while it is in memory, on the thread that scanned it: it may add to the
  /// result, and must not keep the picture.
  public typealias Inspection = @Sendable (GrayImage, inout ImageScan) -> Void

  private let scanner: SymbolScanner
  private let limits: ImageLimits
  private let inspect: Inspection?

  /// A scanner of files within limits.
  ///
  /// - Parameter inspect: called for each picture that could be read, after it was scanned.
  public init(
    scanner: SymbolScanner, limits: ImageLimits = ImageLimits(), inspect: Inspection? = nil
  ) {
    (self.scanner, self.limits, self.inspect) = (scanner, limits, inspect)
  }

  /// The result of one file; what is wrong with it is part of the result.
  public func scan(path: String) -> ImageScan {
    let start = ContinuousClock.now
    var scan = ImageScan(path: path)
    let image = read(into: &scan)
    scan.milliseconds = (ContinuousClock.now - start) / .milliseconds(1)
    if let image { inspect?(image, &scan) }
    return scan
  }

  /// Reads and scans the picture; nil where that fails, which the result then says.
  private func read(into scan: inout ImageScan) -> GrayImage? {
    do throws(ImageFault) {
      let bytes = try ImageLoader.read(path: scan.path, limits: limits)
      scan.sha256 = Self.hexadecimal(SHA256.hash(data: bytes))
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

  private static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
