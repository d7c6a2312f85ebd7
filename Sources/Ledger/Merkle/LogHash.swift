import Crypto

/// A hash of the log's tree: SHA-256, with a byte in front that tells leaves from nodes.
///
/// Without that byte a node could be passed off as an entry (RFC 6962, 2.1).
package struct LogHash: Sendable, Hashable {
  /// The number of bytes.
  package static let length = 32

  // In the byte order of the machine: kept, compared and written, never computed with.
  private let words: SIMD4<UInt64>

  /// Of 32 bytes; nil for any other number.
  package init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == Self.length else { return nil }
    self = Array(bytes).withUnsafeBytes { LogHash(at: $0.baseAddress, offset: 0) ?? .empty }
  }

  /// The 32 bytes from an offset on; nil without an address.
  init?(at start: UnsafeRawPointer?, offset: Int) {
    guard let start else { return nil }
    words = (start + offset).loadUnaligned(as: SIMD4<UInt64>.self)
  }

  private init(_ digest: SHA256.Digest) {
    words = digest.withUnsafeBytes { $0.loadUnaligned(as: SIMD4<UInt64>.self) }
  }

  package var bytes: [UInt8] { withUnsafeBytes(of: words) { Array($0) } }
}

extension LogHash {
  /// The hash of a tree without leaves: of nothing.
  package static let empty = LogHash(SHA256.hash(data: [UInt8]()))

  private static let leafPrefix: [UInt8] = [0]

  /// The hash of an entry's bytes: SHA-256(0x00 ‖ bytes).
  package static func leaf(_ bytes: [UInt8]) -> LogHash {
    var hasher = SHA256()
    hasher.update(data: leafPrefix)
    hasher.update(data: bytes)
    return LogHash(hasher.finalize())
  }

  /// The hash of a node: SHA-256(0x01 ‖ left ‖ right).
  package static func node(_ left: LogHash, _ right: LogHash) -> LogHash {
    withUnsafeTemporaryAllocation(byteCount: 1 + 2 * length, alignment: 1) { input in
      input[0] = 1
      input.storeBytes(of: left.words, toByteOffset: 1, as: SIMD4<UInt64>.self)
      input.storeBytes(of: right.words, toByteOffset: 1 + length, as: SIMD4<UInt64>.self)
      var hasher = SHA256()
      hasher.update(bufferPointer: UnsafeRawBufferPointer(input))
      return LogHash(hasher.finalize())
    }
  }
}
