extension Bitmap {
  /// Draws bars of one height on white: one row of them, which is repeated.
  ///
  /// - Parameters:
  ///   - widths: of bar and space in turn, in modules.
  ///   - module: dots a module.
  ///   - x: where the first bar begins.
  ///   - y: the upper end of the bars; what lies outside the bitmap is cut off.
  ///   - height: of the bars, in dots.
  public mutating func drawBars(_ widths: [UInt8], module: Int, x: Int, y: Int, height: Int) {
    let (top, bottom) = (max(y, 0), min(y + height, self.height))
    guard top < bottom else { return }
    let row = top * bytesPerRow
    var (end, isBar) = (x, true)
    bytes.withUnsafeMutableBufferPointer { bytes in
      for width in widths {
        let begin = max(end, 0)
        end += Int(width) * module
        if isBar { Self.setRun(begin..<max(begin, min(end, self.width)), in: bytes, from: row) }
        isBar.toggle()
      }
    }
    let (left, right) = (max(x, 0), min(end, width))
    if left < right { repeatRow(top, times: bottom - top - 1, columns: left..<right) }
  }

  /// Sets the dots of a run in the row that begins at a byte.
  @inline(__always)
  private static func setRun(
    _ columns: Range<Int>, in bytes: UnsafeMutableBufferPointer<UInt8>, from row: Int
  ) {
    guard !columns.isEmpty else { return }
    let (first, last) = (row + columns.lowerBound >> 3, row + (columns.upperBound - 1) >> 3)
    let begin = 0xFF as UInt8 &>> UInt8(truncatingIfNeeded: columns.lowerBound & 7)
    let end = 0xFF as UInt8 &<< UInt8(truncatingIfNeeded: 7 - (columns.upperBound - 1) & 7)
    guard first < last else { return bytes[first] |= begin & end }
    bytes[first] |= begin
    for index in first + 1..<last { bytes[index] = 0xFF }
    bytes[last] |= end
  }
}
