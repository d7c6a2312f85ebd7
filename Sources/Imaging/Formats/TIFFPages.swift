internal import CTIFF

/// The one owner of a libtiff reader.
struct TIFFPages: ~Copyable {
  private let handle: OpaquePointer

  /// The pages of a TIFF file, not yet turned.
  static func decode(
    _ bytes: [UInt8], limits: ImageLimits, _ body: PageBody
  ) throws(ImageFault) {
    let main = EXIF(tiff: bytes)
    try bytes.withUnsafeBufferPointer { (buffer) throws(ImageFault) in
      let reader = try TIFFPages(buffer, limits: limits)
      try reader.check(ctiff_reader_open(reader.handle))
      let count = Int(ctiff_reader_count_pages(reader.handle, mostCounted))
      for number in 1...min(count, max(limits.maxPages, 1)) {
        let page = ImagePage(number: number, count: count)
        try body(try reader.readPage(page, main, limits: limits), page)
      }
    }
  }

  private static let mostCounted: UInt32 = 10_000

  /// A reader of bytes that stay where they are as long as it lives.
  private init(
    _ bytes: UnsafeBufferPointer<UInt8>, limits: ImageLimits
  ) throws(ImageFault) {
    // A strip or tile of four samples of 16 bits a pixel, and what its compression needs.
    let memory = limits.maxPixels * 8 + (16 << 20)
    guard let handle = ctiff_reader_create(bytes.baseAddress, bytes.count, memory) else {
      throw ImageFault.corrupt(format: "TIFF", reason: "out of memory")
    }
    self.handle = handle
  }

  deinit { ctiff_reader_destroy(handle) }

  private borrowing func readPage(
    _ page: ImagePage, _ exif: EXIF, limits: ImageLimits
  ) throws(ImageFault) -> DecodedImage {
    do throws(ImageFault) {
      var header = ctiff_page()
      try check(ctiff_reader_read_header(handle, UInt32(page.number - 1), &header))
      var exif = exif
      exif.orientation = Orientation(rawValue: header.orientation) ?? .upright
      return DecodedImage(image: try readImage(header, limits: limits), exif: exif)
    } catch { throw error.on(page) }
  }

  private borrowing func readImage(
    _ header: ctiff_page, limits: ImageLimits
  ) throws(ImageFault) -> GrayImage {
    try limits.check(width: Int(header.width), height: Int(header.height))
    var image = GrayImage(width: Int(header.width), height: Int(header.height))
    let status = image.pixels.withUnsafeMutableBufferPointer {
      ctiff_reader_read_luma(handle, $0.baseAddress)
    }
    try check(status)
    return image
  }

  private borrowing func check(_ status: ctiff_status) throws(ImageFault) {
    if status == CTIFF_OK { return }
    let reason = String(cString: ctiff_reader_message(handle))
    switch status {
    case CTIFF_TRUNCATED: throw ImageFault.truncated(format: "TIFF")
    case CTIFF_UNSUPPORTED: throw ImageFault.unsupported(format: "TIFF", reason: reason)
    default: throw ImageFault.corrupt(format: "TIFF", reason: reason)
    }
  }
}
