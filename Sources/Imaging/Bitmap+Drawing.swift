extension Bitmap {
  /// Puts the black dots of another bitmap onto this one, its top left dot at (x, y).
  ///
  /// White dots of the other change nothing; what lies outside is cut off.
  public mutating func draw(_ other: Bitmap, x: Int, y: Int) {
    guard x < width, y < height, x > -other.width, y > -other.height else { return }
    let rows = max(0, -y)..<min(other.height, height - y)
    let isInside = x >= 0 && x + other.width <= width
    if isInside, other.bytesPerRow < MemoryLayout<UInt64>.size {
      drawNarrow(other, rows, x: x, y: y)
    } else {
      drawWide(other, rows, x: x, y: y)
    }
  }

  /// Rows of up to 56 dots, as glyphs have, each as one word; nothing may lie beside this bitmap.
  private mutating func drawNarrow(_ other: Bitmap, _ rows: Range<Int>, x: Int, y: Int) {
    let (stride, sourceStride) = (bytesPerRow, other.bytesPerRow)
    let shift = UInt64(x & 7)
    bytes.withUnsafeMutableBytes { target in
      other.bytes.withUnsafeBytes { source in
        for row in rows {
          let dots = Self.leadingBytes(sourceStride, of: source, at: row * sourceStride) &>> shift
          if dots != 0 { Self.add(dots, to: target, at: (y + row) * stride + x >> 3) }
        }
      }
    }
  }

  /// Up to seven bytes as the highest of a word.
  @inline(__always)
  private static func leadingBytes(
    _ count: Int, of bytes: UnsafeRawBufferPointer, at place: Int
  ) -> UInt64 {
    if place &+ 8 <= bytes.count {
      let word = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      return word & ~(UInt64.max &>> UInt64(8 &* count))
    }
    var word: UInt64 = 0
    for index in 0..<count { word |= UInt64(bytes[place + index]) &<< UInt64(56 &- 8 &* index) }
    return word
  }

  /// Sets the dots of a word's bytes, the highest first; those beyond the end must be zero.
  @inline(__always)
  private static func add(
    _ dots: UInt64, to bytes: UnsafeMutableRawBufferPointer, at place: Int
  ) {
    if place &+ 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      return bytes.storeBytes(of: word | dots.bigEndian, toByteOffset: place, as: UInt64.self)
    }
    var (rest, place) = (dots, place)
    while rest != 0 {
      bytes[place] |= UInt8(truncatingIfNeeded: rest &>> 56)
      rest &<<= 8
      place &+= 1
    }
  }

  private mutating func drawWide(_ other: Bitmap, _ rows: Range<Int>, x: Int, y: Int) {
    for row in rows {
      let source = row * other.bytesPerRow
      orRow(
        other.bytes[source..<source + other.bytesPerRow], intoRow: (y + row) * bytesPerRow,
        firstByte: x >> 3, shift: UInt8(x & 7))
    }
    if x + other.width > width { clearPadding() }
  }

  /// ORs packed dots, shifted right by some bits, into the row that starts at a byte.
  private mutating func orRow(
    _ packed: ArraySlice<UInt8>, intoRow row: Int, firstByte: Int, shift: UInt8
  ) {
    var carried: UInt8 = 0
    var column = firstByte
    for byte in packed {
      orByte(carried | byte >> shift, row: row, column: column)
      carried = shift == 0 ? 0 : byte << (8 - shift)
      column += 1
    }
    orByte(carried, row: row, column: column)
  }

  @inline(__always)
  private mutating func orByte(_ dots: UInt8, row: Int, column: Int) {
    guard dots != 0, column >= 0, column < bytesPerRow else { return }
    bytes[row + column] |= dots
  }

  /// The picture turned clockwise by quarter turns; negative turns go the other way.
  public func rotated(quarterTurns: Int) -> Bitmap {
    switch quarterTurns & 3 {
    case 1: turned(width: height, height: width) { x, y in (height - 1 - y, x) }
    case 2: turned(width: width, height: height) { x, y in (width - 1 - x, height - 1 - y) }
    case 3: turned(width: height, height: width) { x, y in (y, width - 1 - x) }
    default: self
    }
  }

  /// Moves each black dot to where `place` says; white bytes are skipped as a whole.
  private func turned(
    width turnedWidth: Int, height turnedHeight: Int, place: (Int, Int) -> (x: Int, y: Int)
  ) -> Bitmap {
    var turned = Bitmap(width: turnedWidth, height: turnedHeight)
    for y in 0..<height {
      for column in 0..<bytesPerRow {
        var dots = bytes[y * bytesPerRow + column]
        while dots != 0 {
          let bit = dots.leadingZeroBitCount
          dots &= ~(0x80 >> UInt8(bit))
          let target = place(column * 8 + bit, y)
          turned.bytes[target.y * turned.bytesPerRow + target.x >> 3] |= 0x80 >> UInt8(target.x & 7)
        }
      }
    }
    return turned
  }

  /// The picture in luma: black dots 0, white dots 255.
  public func grayImage() -> GrayImage {
    var gray = GrayImage(width: width, height: height)
    for y in 0..<height {
      for column in 0..<bytesPerRow {
        var dots = bytes[y * bytesPerRow + column]
        while dots != 0 {
          let bit = dots.leadingZeroBitCount
          dots &= ~(0x80 >> UInt8(bit))
          gray.pixels[y * width + column * 8 + bit] = 0
        }
      }
    }
    return gray
  }
}
