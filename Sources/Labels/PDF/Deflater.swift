import CZlib

/// Compresses streams with zlib (RFC 1950), one after the other; the owner of its state.
///
/// For one thread at a time. The same bytes give the same bytes.
final class Deflater {
  private var stream = z_stream()
  private var compressed: [UInt8] = []

  /// - Parameter level: of a page's numbers, level 1 takes a third of the time of level 6, for a
  ///   fifth more bytes.
  init(level: Int32 = 1) throws(LabelFault) {
    guard tally_deflate_init(&stream, level) == Z_OK else {
      throw LabelFault(code: "label.unwritable", message: "zlib is out of memory.")
    }
  }

  deinit { deflateEnd(&stream) }

  /// Begins a stream whose bytes come in pieces.
  func begin() { deflateReset(&stream) }

  /// What can be said of the stream with one more piece, in pieces itself.
  func add(_ bytes: [UInt8]) -> [[UInt8]] { pieces(of: bytes, Z_NO_FLUSH) }

  /// The rest of the stream.
  func end() -> [[UInt8]] { pieces(of: [], Z_FINISH) }

  private static let pieceSize = 1 << 16

  private func pieces(of bytes: [UInt8], _ flush: Int32) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    if compressed.count < Self.pieceSize { compressed = Array(repeating: 0, count: Self.pieceSize) }
    bytes.withUnsafeBufferPointer { source in
      stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
      stream.avail_in = UInt32(source.count)
      repeat {
        let count = compressed.withUnsafeMutableBufferPointer { target in
          stream.next_out = target.baseAddress
          stream.avail_out = UInt32(target.count)
          deflate(&stream, flush)
          return target.count - Int(stream.avail_out)
        }
        if count > 0 { pieces.append(Array(compressed[..<count])) }
      } while stream.avail_out == 0
    }
    return pieces
  }

  /// All of some bytes, compressed.
  func compress(_ bytes: [UInt8]) -> [UInt8] {
    deflateReset(&stream)
    let bound = Int(deflateBound(&stream, UInt(bytes.count)))
    if compressed.count < bound { compressed = Array(repeating: 0, count: bound) }
    let count = bytes.withUnsafeBufferPointer { source in
      compressed.withUnsafeMutableBufferPointer { target in
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        // One call suffices: deflateBound is room enough.
        deflate(&stream, Z_FINISH)
        return target.count - Int(stream.avail_out)
      }
    }
    return Array(compressed[..<count])
  }
}
