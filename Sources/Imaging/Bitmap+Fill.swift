extension Bitmap {
  /// Paints a rectangle black or white; what lies outside the bitmap is cut off.
  public mutating func fill(x: Int, y: Int, width: Int, height: Int, black: Bool = true) {
    guard let area = clipped(x: x, y: y, width: width, height: height) else { return }
    let span = ByteSpan(area.columns)
    for row in area.rows {
      let start = row * bytesPerRow
      span.forEachByte { index, mask in
        if black {
          bytes[start + index] |= mask
        } else {
          bytes[start + index] &= ~mask
        }
      }
    }
  }

  /// Whether a rectangle holds no black dot; what lies outside the bitmap is white.
  public func isWhite(x: Int, y: Int, width: Int, height: Int) -> Bool {
    guard let area = clipped(x: x, y: y, width: width, height: height) else { return true }
    let span = ByteSpan(area.columns)
    for row in area.rows {
      let start = row * bytesPerRow
      var black: UInt8 = 0
      span.forEachByte { index, mask in black |= bytes[start + index] & mask }
      if black != 0 { return false }
    }
    return true
  }

  /// The part of a rectangle that lies inside, or nil where there is none.
  private func clipped(
    x: Int, y: Int, width: Int, height: Int
  ) -> (columns: Range<Int>, rows: Range<Int>)? {
    guard
      let columns = Self.clipped(from: x, count: width, to: self.width),
      let rows = Self.clipped(from: y, count: height, to: self.height)
    else { return nil }
    return (columns, rows)
  }

  private static func clipped(from start: Int, count: Int, to limit: Int) -> Range<Int>? {
    guard count > 0 else { return nil }
    let (end, overflow) = start.addingReportingOverflow(count)
    let last = overflow ? limit : min(end, limit)
    let first = max(start, 0)
    return first < last ? first..<last : nil
  }
}

/// The bytes of a row that hold a range of dots, with the dots of the range in each.
private struct ByteSpan {
  private let first: Int
  private let last: Int
  private let firstMask: UInt8
  private let lastMask: UInt8

  init(_ columns: Range<Int>) {
    first = columns.lowerBound >> 3
    last = (columns.upperBound - 1) >> 3
    firstMask = 0xFF >> UInt8(columns.lowerBound & 7)
    lastMask = 0xFF << UInt8(7 - (columns.upperBound - 1) & 7)
  }

  @inline(__always)
  func forEachByte(_ body: (_ index: Int, _ mask: UInt8) -> Void) {
    guard first < last else { return body(first, firstMask & lastMask) }
    body(first, firstMask)
    for index in first + 1..<last { body(index, 0xFF) }
    body(last, lastMask)
  }
}
