internal import CWebP

/// The one owner of a libwebp reader.
struct WebPReader: ~Copyable {
  private let handle: OpaquePointer

  /// The picture in a WebP file, or the frames of an animation, not yet turned.
  static func decode(
    _ bytes: [UInt8], limits: ImageLimits, _ body: PageBody
  ) throws(ImageFault) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(ImageFault) in
      let reader = try WebPReader(buffer)
      let header = try reader.readHeader(limits: limits)
      let (frames, exif) = (Int(header.frames), reader.exif)
      for number in 1...min(frames, max(limits.maxFrames, 1)) {
        let page = ImagePage(number: number, count: frames)
        try body(DecodedImage(image: try reader.readFrame(header, page), exif: exif), page)
      }
    }
  }

  /// A reader of bytes that stay where they are as long as it lives.
  private init(_ bytes: UnsafeBufferPointer<UInt8>) throws(ImageFault) {
    guard let handle = cwebp_reader_create(bytes.baseAddress, bytes.count) else {
      throw ImageFault.corrupt(format: "WebP", reason: "out of memory")
    }
    self.handle = handle
  }

  deinit { cwebp_reader_destroy(handle) }

  private borrowing func readHeader(limits: ImageLimits) throws(ImageFault) -> cwebp_header {
    var header = cwebp_header()
    try check(cwebp_reader_read_header(handle, &header))
    var limits = limits
    // libwebp holds three canvases in colour beside ours.
    if header.is_animation != 0 { limits.maxPixels /= 4 }
    try limits.check(width: Int(header.width), height: Int(header.height))
    return header
  }

  private borrowing func readFrame(
    _ header: cwebp_header, _ page: ImagePage
  ) throws(ImageFault) -> GrayImage {
    var image = GrayImage(width: Int(header.width), height: Int(header.height))
    let status = image.pixels.withUnsafeMutableBufferPointer {
      cwebp_reader_read_luma(handle, $0.baseAddress)
    }
    do throws(ImageFault) { try check(status) } catch { throw error.on(page) }
    return image
  }

  private var exif: EXIF {
    var count = 0
    guard let content = cwebp_reader_exif(handle, &count) else { return EXIF() }
    let bytes = Array(UnsafeBufferPointer(start: content, count: count))
    // Some writers keep the signature that EXIF has inside of JPEG.
    let signature = Array("Exif\0\0".utf8)
    return EXIF(tiff: bytes.starts(with: signature) ? Array(bytes.dropFirst(6)) : bytes)
  }

  private borrowing func check(_ status: cwebp_status) throws(ImageFault) {
    switch status {
    case CWEBP_OK: return
    case CWEBP_TRUNCATED: throw ImageFault.truncated(format: "WebP")
    case CWEBP_MEMORY: throw ImageFault.corrupt(format: "WebP", reason: "out of memory")
    default: throw ImageFault.corrupt(format: "WebP", reason: "libwebp can't decode it")
    }
  }
}
