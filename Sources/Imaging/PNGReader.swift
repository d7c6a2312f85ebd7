internal import CPNG

/// The one owner of a libpng reader.
struct PNGReader: ~Copyable {
  private let handle: OpaquePointer

  /// The picture in a PNG file, not yet turned.
  static func decode(
    _ bytes: [UInt8], limits: ImageLimits
  ) throws(ImageFault) -> DecodedImage {
    try bytes.withUnsafeBufferPointer { (buffer) throws(ImageFault) in
      let reader = try PNGReader(buffer)
      let image = try reader.readImage(limits: limits)
      return DecodedImage(image: image, exif: reader.exif)
    }
  }

  /// A reader of bytes that stay where they are as long as it lives.
  private init(_ bytes: UnsafeBufferPointer<UInt8>) throws(ImageFault) {
    guard let handle = cpng_reader_create(bytes.baseAddress, bytes.count) else {
      throw ImageFault.corrupt(format: "PNG", reason: "out of memory")
    }
    self.handle = handle
  }

  deinit { cpng_reader_destroy(handle) }

  private borrowing func readImage(limits: ImageLimits) throws(ImageFault) -> GrayImage {
    var (width, height) = (UInt32(0), UInt32(0))
    try check(cpng_reader_read_header(handle, &width, &height))
    try limits.check(width: Int(width), height: Int(height))
    var image = GrayImage(width: Int(width), height: Int(height))
    let status = image.pixels.withUnsafeMutableBufferPointer {
      cpng_reader_read_luma(handle, $0.baseAddress)
    }
    try check(status)
    return image
  }

  private var exif: EXIF {
    var count = 0
    guard let content = cpng_reader_exif(handle, &count) else { return EXIF() }
    return EXIF(tiff: Array(UnsafeBufferPointer(start: content, count: count)))
  }

  private borrowing func check(_ status: cpng_status) throws(ImageFault) {
    switch status {
    case CPNG_OK: return
    case CPNG_TRUNCATED: throw ImageFault.truncated(format: "PNG")
    default:
      let reason = String(cString: cpng_reader_message(handle))
      throw ImageFault.corrupt(format: "PNG", reason: reason)
    }
  }
}
