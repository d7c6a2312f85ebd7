import Barcodes
import Imaging
import Scanning

private let scanner = SymbolScanner(symbologies: Set(Symbology.allCases))

/// What libFuzzer calls with each input: the whole way from a file's bytes to symbols.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzScan(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let format = ImageFormat(sniffing: bytes)
  guard format != .pdf, format != .heif else { return -1 }
  let limits = ImageLimits(maxPixels: 60_000, maxBytes: 1 << 20, maxPages: 2, maxFrames: 2)
  try? ImageLoader.forEachPage(of: bytes, limits: limits) { page in
    for symbol in scanner.scan(page.image) {
      precondition(symbol.polygon.count == 4, "an outline has four corners")
      precondition(symbol.payload.hasPrefix(symbol.identifier))
    }
  }
  return 0
}
