internal import CGIF

/// The one owner of a giflib reader.
struct GIFReader: ~Copyable {
  private let handle: OpaquePointer

  /// The frames of a GIF file, each as it is displayed after those before it.
  static func decode(
    _ bytes: [UInt8], limits: ImageLimits, _ body: PageBody
  ) throws(ImageFault) {
    try bytes.withUnsafeBufferPointer { (buffer) throws(ImageFault) in
      let count = Int(cgif_count_frames(buffer.baseAddress, buffer.count, mostCounted))
      let reader = try GIFReader(buffer)
      var canvas = try reader.readHeader(limits: limits)
      for number in 1...max(min(count, limits.maxFrames), 1) {
        let page = ImagePage(number: number, count: max(count, 1))
        do throws(ImageFault) {
          try reader.readFrame(into: &canvas)
          if number == count { try reader.expectEnd(&canvas) }
        } catch { throw error.on(page) }
        try body(DecodedImage(image: canvas), page)
      }
    }
  }

  private static let mostCounted: UInt32 = 1_000_000

  /// A reader of bytes that stay where they are as long as it lives.
  private init(_ bytes: UnsafeBufferPointer<UInt8>) throws(ImageFault) {
    guard let handle = cgif_reader_create(bytes.baseAddress, bytes.count) else {
      throw ImageFault.corrupt(format: "GIF", reason: "out of memory")
    }
    self.handle = handle
  }

  deinit { cgif_reader_destroy(handle) }

  private borrowing func readHeader(limits: ImageLimits) throws(ImageFault) -> GrayImage {
    var (width, height) = (UInt32(0), UInt32(0))
    try check(cgif_reader_read_header(handle, &width, &height))
    try limits.check(width: Int(width), height: Int(height))
    return GrayImage(width: Int(width), height: Int(height))
  }

  private borrowing func readFrame(into canvas: inout GrayImage) throws(ImageFault) {
    try check(next(&canvas))
  }

  /// Sees to it that the last frame is followed by the end of the file, not by its loss.
  private borrowing func expectEnd(_ canvas: inout GrayImage) throws(ImageFault) {
    let status = next(&canvas)
    if status != CGIF_END { try check(status) }
  }

  private borrowing func next(_ canvas: inout GrayImage) -> cgif_status {
    canvas.pixels.withUnsafeMutableBufferPointer {
      cgif_reader_read_frame(handle, $0.baseAddress)
    }
  }

  private borrowing func check(_ status: cgif_status) throws(ImageFault) {
    switch status {
    case CGIF_OK: return
    case CGIF_TRUNCATED: throw ImageFault.truncated(format: "GIF")
    case CGIF_END: throw ImageFault.corrupt(format: "GIF", reason: "there is no picture in it")
    default:
      let reason = String(cString: cgif_reader_message(handle))
      throw ImageFault.corrupt(format: "GIF", reason: reason)
    }
  }
}
