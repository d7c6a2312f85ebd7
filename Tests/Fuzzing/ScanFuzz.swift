import Barcodes
import Imaging
import Scanning

/// One scanner for each effort, and one for Data Matrix, which is slow: each input gets one of them.
private let scanners =
  ScanEffort.allCases.map { SymbolScanner(symbologies: linearAndQR, effort: $0) } + [
    SymbolScanner(symbologies: dataMatrix)
  ]
private let dataMatrix: Set<Symbology> = [.dataMatrix, .gs1DataMatrix]
private let linearAndQR = Set(Symbology.allCases).subtracting(dataMatrix)

/// What libFuzzer calls with each input: the whole way from a file's bytes to symbols.
///
/// The last byte says which scanner; to most formats it means little.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzScan(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let format = ImageFormat(sniffing: bytes)
  guard format != .pdf, format != .heif else { return -1 }
  let limits = ImageLimits(maxPixels: 40_000, maxBytes: 1 << 20, maxPages: 2, maxFrames: 2)
  let scanner = scanners[Int(bytes.last ?? 0) % scanners.count]
  try? ImageLoader.forEachPage(of: bytes, limits: limits) { page in
    for symbol in scanner.scan(page.image) {
      precondition(symbol.polygon.count == 4, "an outline has four corners")
      precondition(symbol.payload.hasPrefix(symbol.identifier))
    }
  }
  return 0
}
