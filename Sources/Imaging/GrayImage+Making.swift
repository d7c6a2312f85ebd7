extension GrayImage {
  /// A picture whose pixels a function writes, every one of them.
  ///
  /// The pixels aren't cleared first: that would cost as much as many a pass over them.
  static func made(
    width: Int, height: Int, _ write: (UnsafeMutablePointer<UInt8>) -> Void
  ) -> GrayImage {
    let pixels = [UInt8](unsafeUninitializedCapacity: width * height) { buffer, filled in
      if let first = buffer.baseAddress, width > 0, height > 0 { write(first) }
      filled = width * height
    }
    return GrayImage(width: width, height: height, pixels: pixels)
  }

  /// Hands out the first pixel; does nothing for a picture without pixels.
  func withPixels(_ body: (UnsafePointer<UInt8>) -> Void) {
    pixels.withUnsafeBufferPointer { buffer in
      if let first = buffer.baseAddress, !buffer.isEmpty { body(first) }
    }
  }
}
