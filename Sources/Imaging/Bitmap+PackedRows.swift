extension Bitmap {
  /// A bitmap from rows that something else has packed, such as a rasteriser's.
  ///
  /// - Parameters:
  ///   - packedRows: `bytesPerRow * height` bytes or more, the most significant bit leftmost, a
  ///     set bit black. What lies beyond the width of a row is ignored.
  ///   - bytesPerRow: bytes from one given row to the next, at least `(width + 7) / 8`.
  public init(width: Int, height: Int, packedRows: [UInt8], bytesPerRow: Int) {
    precondition(bytesPerRow >= (width + 7) / 8 && packedRows.count >= bytesPerRow * height)
    self.init(width: width, height: height)
    for y in 0..<height {
      let source = y * bytesPerRow
      let target = y * self.bytesPerRow
      bytes.replaceSubrange(
        target..<target + self.bytesPerRow,
        with: packedRows[source..<source + self.bytesPerRow])
    }
    clearPadding()
  }

  /// Makes the bits beyond the width white again.
  mutating func clearPadding() {
    guard width & 7 != 0 else { return }
    let mask = ~(0xFF >> UInt8(width & 7)) as UInt8
    for last in stride(from: bytesPerRow - 1, to: bytes.count, by: bytesPerRow) {
      bytes[last] &= mask
    }
  }
}
