internal import Glibc

/// A PNG of one bit a pixel (ISO/IEC 15948), written without libpng.
enum BilevelPNG {
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
  /// Of gray; deflate, a filter a row, no interlacing (11.2.2).
  private static let kind: [UInt8] = [1, 0, 0, 0, 0]
  /// Deflate with a window of 32 KB, compressed by the fastest algorithm (RFC 1950, 2.2).
  private static let zlibHeader: [UInt8] = [0x78, 0x01]
  /// More than all is that isn't the data of the picture.
  private static let frame = 128

  /// A picture of at least one dot; where the density is 0, the file says nothing of it.
  static func encode(_ bitmap: Bitmap, pixelsPerMetre: UInt32) -> [UInt8] {
    let capacity =
      frame + BilevelDeflater.capacity(bytesPerRow: bitmap.bytesPerRow, rows: bitmap.height)
    return withUnsafeTemporaryAllocation(byteCount: capacity, alignment: 8) { target in
      // An empty buffer has no address; this one has a frame at least.
      guard let start = target.baseAddress else { preconditionFailure("no memory for a picture") }
      var file = ChunkWriter(at: start)
      write(bitmap, pixelsPerMetre, to: &file)
      return Array(target[..<file.count])
    }
  }

  private static func write(
    _ bitmap: Bitmap, _ pixelsPerMetre: UInt32, to file: inout ChunkWriter
  ) {
    file.append(signature)
    file.begin("IHDR")
    file.append(UInt32(bitmap.width))
    file.append(UInt32(bitmap.height))
    file.append(kind)
    file.finish()
    if pixelsPerMetre > 0 {
      file.begin("pHYs")
      file.append(pixelsPerMetre)
      file.append(pixelsPerMetre)
      file.append([1])
      file.finish()
    }
    file.begin("IDAT")
    writeRows(of: bitmap, to: &file)
    file.finish()
    file.begin("IEND")
    file.finish()
  }

  /// The rows in zlib's format (RFC 1950).
  private static func writeRows(of bitmap: Bitmap, to file: inout ChunkWriter) {
    file.append(zlibHeader)
    var deflater = BilevelDeflater(to: file.end, bytesPerRow: bitmap.bytesPerRow)
    var checksum = RowChecksum(bytesPerRow: bitmap.bytesPerRow)
    bitmap.bytes.withUnsafeBufferPointer { bytes in
      guard let first = bytes.baseAddress else { preconditionFailure("a picture without dots") }
      deflater.addFirst(first)
      checksum.add(first)
      var y = 1
      while y < bitmap.height {
        let row = first + y * bitmap.bytesPerRow
        let repeats = equalRows(from: y, in: bitmap, first)
        if repeats > 0 {
          deflater.addAgain(row, times: repeats)
          checksum.addAgain(times: repeats)
        } else {
          deflater.add(row, below: row - bitmap.bytesPerRow)
          checksum.add(row)
        }
        y += max(repeats, 1)
      }
    }
    file.skip(deflater.finish())
    file.append(checksum.value)
  }

  /// How many rows from one on are equal to the one above.
  private static func equalRows(
    from y: Int, in bitmap: Bitmap, _ bytes: UnsafePointer<UInt8>
  ) -> Int {
    let bytesPerRow = bitmap.bytesPerRow
    var row = bytes + y * bytesPerRow
    var last = y
    while last < bitmap.height, memcmp(row, row - bytesPerRow, bytesPerRow) == 0 {
      row += bytesPerRow
      last += 1
    }
    return last - y
  }
}
