import Imaging

/// What libFuzzer calls with each input: every decoder of ours, all pages, small limits.
///
/// PDF and HEIC are passed over: they are decoded by other programs, and starting one takes longer
/// than a thousand inputs.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLoaders(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let format = ImageFormat(sniffing: bytes)
  guard format != .pdf, format != .heif else { return -1 }
  let limits = ImageLimits(maxPixels: 40_000, maxBytes: 1 << 20, maxPages: 3, maxFrames: 3)
  // Damage is what is expected; what matters is that nothing else happens.
  let reduction = ImageReduction.allCases[count % 4]
  try? ImageLoader.forEachPage(of: bytes, limits: limits, reduction: reduction) { page in
    precondition(page.image.pixels.count == page.image.width * page.image.height)
    precondition(page.image.pixels.count <= limits.maxPixels)
  }
  return 0
}
