internal import CPNG

/// Writes the chunks of a PNG (ISO/IEC 15948, 5.3): length, type, data, and a checksum of the last two.
///
/// There is no check for room: who makes one knows the most that will be written.
struct ChunkWriter {
  /// What a chunk has beside its data.
  static let frame = 12

  private let start: UnsafeMutableRawPointer
  private(set) var count = 0
  /// Where the type of the chunk begins that is being written.
  private var type = 0

  init(at start: UnsafeMutableRawPointer) { self.start = start }

  /// Where the next byte goes.
  var end: UnsafeMutableRawPointer { start + count }

  mutating func append(_ bytes: [UInt8]) {
    end.copyMemory(from: bytes, byteCount: bytes.count)
    count += bytes.count
  }

  mutating func append(_ number: UInt32) {
    end.storeBytes(of: number.bigEndian, as: UInt32.self)
    count += 4
  }

  /// Counts bytes that were written at the end by somebody else.
  mutating func skip(_ bytes: Int) { count += bytes }

  mutating func begin(_ name: StaticString) {
    count += 4
    type = count
    end.copyMemory(from: name.utf8Start, byteCount: 4)
    count += 4
  }

  mutating func finish() {
    let length = UInt32(count - type - 4)
    start.storeBytes(of: length.bigEndian, toByteOffset: type - 4, as: UInt32.self)
    append(cpng_crc(start + type, count - type))
  }
}
