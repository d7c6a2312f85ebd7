internal import CJPEG

/// The one owner of a libjpeg reader.
struct JPEGReader: ~Copyable {
  private let handle: OpaquePointer

  /// The picture in a JPEG file, not yet turned.
  static func decode(
    _ bytes: [UInt8], limits: ImageLimits, reduction: ImageReduction, keeping pixels: Int? = nil
  ) throws(ImageFault) -> DecodedImage {
    try bytes.withUnsafeBufferPointer { (buffer) throws(ImageFault) in
      let reader = try JPEGReader(buffer)
      let whole = try reader.readHeader(limits: limits)
      let kept = ImageReduction(keeping: pixels, of: max(whole.width, whole.height))
      let size = try reader.reducedSize(pixels == nil ? reduction : kept)
      // libjpeg forgets the segments with the last row of pixels.
      let exif = reader.exif
      return DecodedImage(image: try reader.readImage(size), exif: exif, whole: whole)
    }
  }

  /// A reader of bytes that stay where they are as long as it lives.
  private init(_ bytes: UnsafeBufferPointer<UInt8>) throws(ImageFault) {
    guard let handle = cjpeg_reader_create(bytes.baseAddress, bytes.count) else {
      throw ImageFault.corrupt(format: "JPEG", reason: "out of memory")
    }
    self.handle = handle
  }

  deinit { cjpeg_reader_destroy(handle) }

  private borrowing func readHeader(
    limits: ImageLimits
  ) throws(ImageFault) -> (width: Int, height: Int) {
    var (width, height) = (UInt32(0), UInt32(0))
    try check(cjpeg_reader_read_header(handle, &width, &height))
    try limits.check(width: Int(width), height: Int(height))
    return (Int(width), Int(height))
  }

  private borrowing func reducedSize(
    _ reduction: ImageReduction
  ) throws(ImageFault) -> (width: Int, height: Int) {
    var (width, height) = (UInt32(0), UInt32(0))
    try check(cjpeg_reader_reduce(handle, UInt32(reduction.rawValue), &width, &height))
    return (Int(width), Int(height))
  }

  private borrowing func readImage(
    _ size: (width: Int, height: Int)
  ) throws(ImageFault) -> GrayImage {
    var image = GrayImage(width: size.width, height: size.height)
    let status = image.pixels.withUnsafeMutableBufferPointer {
      cjpeg_reader_read_luma(handle, $0.baseAddress)
    }
    try check(status)
    return image
  }

  private var exif: EXIF {
    var count = 0
    guard let content = cjpeg_reader_exif(handle, &count) else { return EXIF() }
    return EXIF(tiff: Array(UnsafeBufferPointer(start: content, count: count)))
  }

  private borrowing func check(_ status: cjpeg_status) throws(ImageFault) {
    switch status {
    case CJPEG_OK: return
    case CJPEG_TRUNCATED: throw ImageFault.truncated(format: "JPEG")
    default:
      let reason = String(cString: cjpeg_reader_message(handle))
      throw ImageFault.corrupt(format: "JPEG", reason: reason)
    }
  }
}
