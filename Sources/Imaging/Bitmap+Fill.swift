extension Bitmap {
  /// Paints a rectangle black or white; what lies outside the bitmap is cut off.
  public mutating func fill(x: Int, y: Int, width: Int, height: Int, black: Bool = true) {
    guard let area = clipped(x: x, y: y, width: width, height: height) else { return }
    let (span, stride) = (ByteSpan(area.columns), bytesPerRow)
    bytes.withUnsafeMutableBufferPointer { bytes in
      for row in area.rows {
        let start = row * stride
        span.forEachByte { index, mask in
          let place = start &+ index
          bytes[place] = black ? bytes[place] | mask : bytes[place] & ~mask
        }
      }
    }
  }

  /// Whether a rectangle holds no black dot; what lies outside the bitmap is white.
  public func isWhite(x: Int, y: Int, width: Int, height: Int) -> Bool {
    guard let area = clipped(x: x, y: y, width: width, height: height) else { return true }
    let (span, stride) = (ByteSpan(area.columns), bytesPerRow)
    return bytes.withUnsafeBytes { bytes in
      area.rows.allSatisfy { row in span.isZero(in: bytes, from: row * stride) }
    }
  }

  /// Gives rows the dots of the one above them all, between two columns.
  ///
  /// What is the same over many rows, such as bars, is drawn once and repeated so; both must lie inside.
  public mutating func repeatRow(_ y: Int, times: Int, columns: Range<Int>) {
    guard times > 0, !columns.isEmpty else { return }
    precondition(y >= 0 && y + times < height && columns.lowerBound >= 0)
    precondition(columns.upperBound <= width)
    let (span, stride) = (ByteSpan(columns), bytesPerRow)
    bytes.withUnsafeMutableBytes { bytes in
      for row in y + 1...y + times { span.copy(in: bytes, from: y * stride, to: row * stride) }
    }
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

  /// Gives the dots of the range in the row that begins at a byte to another row.
  @inline(__always)
  func copy(in bytes: UnsafeMutableRawBufferPointer, from source: Int, to target: Int) {
    func merge(_ index: Int, _ mask: UInt8) {
      bytes[target + index] = bytes[target + index] & ~mask | bytes[source + index] & mask
    }
    guard first < last else { return merge(first, firstMask & lastMask) }
    merge(first, firstMask)
    merge(last, lastMask)
    let between = UnsafeRawBufferPointer(rebasing: bytes[source + first + 1..<source + last])
    UnsafeMutableRawBufferPointer(rebasing: bytes[(target + first + 1)...]).copyMemory(
      from: between)
  }

  /// Whether no dot of the range is set in the row that begins at a byte.
  @inline(__always)
  func isZero(in bytes: UnsafeRawBufferPointer, from start: Int) -> Bool {
    guard first < last else { return bytes[start + first] & firstMask & lastMask == 0 }
    guard bytes[start + first] & firstMask == 0, bytes[start + last] & lastMask == 0 else {
      return false
    }
    var index = start + first + 1
    let end = start + last
    while index &+ 8 <= end {
      guard bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self) == 0 else { return false }
      index &+= 8
    }
    return bytes[index..<end].allSatisfy { $0 == 0 }
  }
}
