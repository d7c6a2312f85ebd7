/// Writes the bits of a deflate stream, the first in the lowest bit of a byte (RFC 1951, 3.1.1).
///
/// There is no check for room: who makes one knows the most that will be written.
struct BitStream {
  private let start: UnsafeMutableRawPointer
  private var end: UnsafeMutableRawPointer
  private var pending: UInt64 = 0
  private var pendingCount: UInt64 = 0

  /// A stream with something at its beginning.
  init(at start: UnsafeMutableRawPointer, _ header: BlockHeader) {
    self.start = start
    start.copyMemory(from: header.bytes, byteCount: header.bytes.count)
    end = start + header.bytes.count
    append(header.rest)
  }

  /// Bytes written so far; those of the last bits are there after `finish()`.
  var count: Int { end - start }

  /// Appends the lowest bits of a number, 32 at most; its other bits must be zero.
  @inline(__always)
  mutating func append(_ bits: UInt64, count: UInt64) {
    pending |= bits &<< pendingCount
    pendingCount &+= count
    guard pendingCount >= 32 else { return }
    end.storeBytes(of: UInt32(truncatingIfNeeded: pending).littleEndian, as: UInt32.self)
    end += 4
    pending &>>= 32
    pendingCount &-= 32
  }

  @inline(__always)
  mutating func append(_ word: CodeWord) { append(word.bits, count: word.count) }

  /// Fills the last byte with zeros.
  mutating func finish() {
    while pendingCount > 0 {
      end.storeBytes(of: UInt8(truncatingIfNeeded: pending), as: UInt8.self)
      end += 1
      pending &>>= 8
      pendingCount = pendingCount > 8 ? pendingCount - 8 : 0
    }
  }
}

/// Bits as they go into the stream, with how many they are.
struct CodeWord {
  private let packed: UInt32

  /// Up to 24 bits.
  init(_ bits: UInt32, count: UInt32) { packed = bits << 8 | count }

  var bits: UInt64 { UInt64(packed &>> 8) }
  var count: UInt64 { UInt64(packed & 0xFF) }

  /// With further bits behind these.
  func followed(by bits: UInt32, count: UInt32) -> CodeWord {
    CodeWord(UInt32(self.bits) | bits << UInt32(self.count), count: UInt32(self.count) + count)
  }
}
