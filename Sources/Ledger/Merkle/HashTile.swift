/// Hashes of up to 64 neighbours of one level, in the order of the log.
///
/// The levels between a tile's and the one 6 above it aren't kept: they are made of the tile's own
/// hashes in some microseconds, and keeping them would double what is written.
struct HashTile: Sendable, Equatable {
  /// How many levels lie between the hashes of a tile and its root.
  static let height = 6
  /// The number of hashes in a full tile.
  static let width = 1 << height

  /// One hash after the other.
  private(set) var bytes: [UInt8]

  init() { bytes = [] }

  /// Nil for bytes that aren't whole hashes, or are more than a tile holds.
  init?(bytes: [UInt8]) {
    guard bytes.count % LogHash.length == 0, bytes.count <= Self.width * LogHash.length else {
      return nil
    }
    self.bytes = bytes
  }

  var count: Int { bytes.count / LogHash.length }
  var isFull: Bool { count == Self.width }

  mutating func append(_ hash: LogHash) { bytes += hash.bytes }

  /// The hash over `1 << level` neighbours; nil where the tile doesn't hold all of them.
  ///
  /// - Parameter index: counted in such groups.
  func node(_ level: Int, _ index: Int) -> LogHash? {
    guard (0...Self.height).contains(level), index >= 0, (index + 1) << level <= count else {
      return nil
    }
    return bytes.withUnsafeBytes { Self.node($0.baseAddress, level, index) }
  }

  private static func node(_ start: UnsafeRawPointer?, _ level: Int, _ index: Int) -> LogHash? {
    guard level > 0 else { return LogHash(at: start, offset: index * LogHash.length) }
    guard let left = node(start, level - 1, 2 * index),
      let right = node(start, level - 1, 2 * index + 1)
    else { return nil }
    return .node(left, right)
  }
}
