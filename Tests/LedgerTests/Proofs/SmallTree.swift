@testable import Ledger

/// A tree in memory: appended to as the log's is, and built a second time as RFC 6962, 2.1 says.
final class SmallTree {
  private(set) var frontier = TreeFrontier()
  private(set) var leaves: [LogHash] = []
  private var tiles: [[HashTile]] = []

  init(_ count: Int = 0) {
    for number in 0..<count { append(.leaf(Array("entry \(number)".utf8))) }
  }

  func append(_ leaf: LogHash) {
    leaves.append(leaf)
    frontier.append(leaf) { full in
      while tiles.count <= full.level { tiles.append([]) }
      precondition(tiles[full.level].count == full.position)
      tiles[full.level].append(full.tile)
    }
  }

  func tree(ofSize size: Int) -> MerkleTree {
    MerkleTree(size: size) { [self] level, index in
      if let hash = frontier.node(level, index) { return hash }
      let place = TilePlace(level, index)
      return tiles[place.level][place.position].node(place.inner, place.index) ?? .empty
    }
  }

  /// The definition, word for word.
  static func root(_ leaves: ArraySlice<LogHash>) -> LogHash {
    guard leaves.count > 1 else { return leaves.first ?? .empty }
    var left = 1
    while left * 2 < leaves.count { left *= 2 }
    return .node(root(leaves.prefix(left)), root(leaves.dropFirst(left)))
  }
}

extension LogHash {
  /// With one bit turned.
  func flipped(_ bit: Int) -> LogHash {
    var bytes = bytes
    bytes[bit / 8] ^= 1 << UInt8(bit % 8)
    return LogHash(bytes) ?? .empty
  }
}
