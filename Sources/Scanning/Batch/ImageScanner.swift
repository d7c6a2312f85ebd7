import Crypto
import Diagnostics
import Foundation
public import Imaging

/// Scans picture files: reads each once, hashes its bytes, decodes it and finds its symbols.
public struct ImageScanner: PictureScanning, Sendable {
  /// A look at a picture while it is in memory, on the thread that scanned it.
  ///
  /// It may add to the result, and must not keep the picture. Of a file with pages it sees each
  /// with its symbols alone, and `inspectedPage`.
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
    var scan = ImageScan(path: path)
    var stopwatch = Stopwatch()
    do throws(ImageFault) {
      try Self.check(path)
      let bytes = try ImageLoader.read(path: path, limits: limits)
      scan.sha256 = Hex.text(SHA256.hash(data: bytes))
      // Those who inspect a picture want all of it.
      let enough = inspections.isEmpty ? scanner.sufficientSide : nil
      try ImageLoader.forEachPage(of: bytes, limits: limits, keeping: enough) { loaded in
        read(loaded, into: &scan, &stopwatch)
      }
    } catch {
      (scan.fault, scan.symbols) = (error, [])
      (scan.width, scan.height, scan.pages, scan.pagesLeftOut) = (0, 0, 1, 0)
    }
    scan.milliseconds = stopwatch.milliseconds
    return scan
  }

  /// Adds what a page holds; looks of others aren't part of the time.
  private func read(_ loaded: LoadedImage, into scan: inout ImageScan, _ stopwatch: inout Stopwatch)
  {
    var page = scan
    page.symbols = PageSymbols.fresh(symbols(in: loaded), on: loaded, besides: scan.symbols)
    (page.width, page.height) = (loaded.fullWidth, loaded.fullHeight)
    (page.pages, page.pagesLeftOut) = (loaded.page.count, loaded.page.count - loaded.page.number)
    page.capturedAtMilliseconds = loaded.capturedAt
    page.inspectedPage = loaded.page.number
    stopwatch.pause()
    for inspect in inspections { inspect(loaded.image, &page) }
    stopwatch.resume()
    page.inspectedPage = nil
    page.symbols = scan.symbols + page.symbols
    if loaded.page.number > 1 { (page.width, page.height) = (scan.width, scan.height) }
    scan = page
  }

  /// With outlines in pixels of the whole picture, however much smaller it was loaded.
  private func symbols(in loaded: LoadedImage) -> [ScannedSymbol] {
    let image = loaded.image
    let symbols = scanner.scan(image)
    guard image.width != loaded.fullWidth || image.height != loaded.fullHeight else {
      return symbols
    }
    let map = PixelMap.scaled(
      horizontally: Double(loaded.fullWidth) / Double(image.width),
      vertically: Double(loaded.fullHeight) / Double(image.height))
    return symbols.map { symbol in
      var symbol = symbol
      symbol.polygon = symbol.polygon.map { map($0) }
      return symbol
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

/// The time that work takes, with pauses.
private struct Stopwatch {
  private var start = ContinuousClock.now
  private var before = Duration.zero

  mutating func pause() { before += ContinuousClock.now - start }
  mutating func resume() { start = ContinuousClock.now }
  var milliseconds: Double { (before + (ContinuousClock.now - start)) / .milliseconds(1) }
}
