internal import CZBar
import Imaging

/// The one owner of a zbar image scanner.
///
/// One scanner serves one picture: zbar keeps half-read EAN symbols from one picture to the next
/// and reports products that are in neither. Making one takes microseconds.
struct ZBarScanner: ~Copyable {
  private let handle: OpaquePointer

  /// A scanner that looks for symbols of some kinds; nil without memory.
  ///
  /// - Parameter density: it crosses every so many-th row and column.
  init?(kinds: Set<ZBarKind>, density: Int = 1) {
    _ = Self.silence
    guard let handle = zbar_image_scanner_create() else { return nil }
    self.handle = handle
    set(ZBAR_CFG_ENABLE, of: ZBAR_NONE, to: 0)
    for kind in kinds { set(ZBAR_CFG_ENABLE, of: kind.type, to: 1) }
    set(ZBAR_CFG_POSITION, of: ZBAR_NONE, to: 1)
    set(ZBAR_CFG_X_DENSITY, of: ZBAR_NONE, to: Int32(density))
    set(ZBAR_CFG_Y_DENSITY, of: ZBAR_NONE, to: Int32(density))
    // zbar guesses at the charset of a QR Code and garbles what it guesses wrong.
    if kinds.contains(.qrCode) { set(ZBAR_CFG_BINARY, of: ZBAR_QRCODE, to: 1) }
  }

  deinit { zbar_image_scanner_destroy(handle) }

  /// zbar's own verbosity is a global of the process.
  private static let silence: Void = zbar_set_verbosity(0)

  private borrowing func set(_ option: zbar_config_t, of type: zbar_symbol_type_t, to value: Int32)
  {
    zbar_image_scanner_set_config(handle, type, option, value)
  }

  /// All that zbar reads in the picture.
  ///
  /// The pixels are not copied.
  borrowing func read(_ image: GrayImage) -> [ZBarSymbol] {
    guard !image.pixels.isEmpty else { return [] }
    return image.pixels.withUnsafeBufferPointer { pixels in
      guard let frame = ZBarFrame(pixels, width: image.width, height: image.height),
        frame.scan(with: handle) > 0
      else { return [] }
      return frame.symbols
    }
  }
}

/// The one owner of a zbar image; it borrows its pixels.
private struct ZBarFrame: ~Copyable {
  private let handle: OpaquePointer

  init?(_ pixels: UnsafeBufferPointer<UInt8>, width: Int, height: Int) {
    guard let handle = zbar_image_create() else { return nil }
    self.handle = handle
    zbar_image_set_format(handle, Self.luma)
    zbar_image_set_size(handle, UInt32(width), UInt32(height))
    // Without a cleanup handler zbar neither writes to the pixels nor frees them.
    zbar_image_set_data(handle, pixels.baseAddress, UInt(pixels.count), nil)
  }

  deinit { zbar_image_destroy(handle) }

  /// The fourcc `Y800`: eight bits of luma a pixel.
  private static let luma = "Y800".utf8.reversed().reduce(UInt(0)) { $0 << 8 | UInt($1) }

  /// The number of symbols, or a negative one where the scan failed.
  borrowing func scan(with scanner: OpaquePointer) -> Int32 {
    zbar_scan_image(scanner, handle)
  }

  var symbols: [ZBarSymbol] {
    var symbols: [ZBarSymbol] = []
    var next = zbar_image_first_symbol(handle)
    while let symbol = next {
      symbols += ZBarSymbol.symbols(symbol)
      next = zbar_symbol_next(symbol)
    }
    return symbols
  }
}
