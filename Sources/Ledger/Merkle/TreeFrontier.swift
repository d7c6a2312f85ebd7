/// The right edge of the tree: all that is needed to append to it and to tell its root.
///
/// A tile for each 6th level, of those hashes that don't fill one yet. A full tile is handed to
/// whoever keeps it, and its root goes into the tile 6 levels above: one node hash a leaf.
struct TreeFrontier: Sendable, Equatable {
  /// The number of leaves.
  private(set) var size: Int
  /// By tile level: the first holds leaves, the second hashes of 64 leaves each, and so on.
  private(set) var tiles: [HashTile]

  /// A full tile, by its level in tiles and its number in that level.
  struct FullTile {
    let level: Int
    let position: Int
    let tile: HashTile
    let root: LogHash
  }

  init() { (size, tiles) = (0, []) }

  mutating func append(_ leaf: LogHash, full: (FullTile) throws -> Void) rethrows {
    try append(leaf, level: 0, full)
    size += 1
  }

  private mutating func append(
    _ hash: LogHash, level: Int, _ full: (FullTile) throws -> Void
  ) rethrows {
    if tiles.count == level { tiles.append(HashTile()) }
    tiles[level].append(hash)
    guard let root = tiles[level].node(HashTile.height, 0) else { return }
    let position = size >> (HashTile.height * (level + 1))
    try full(FullTile(level: level, position: position, tile: tiles[level], root: root))
    tiles[level] = HashTile()
    try append(root, level: level + 1, full)
  }

  /// The hash of a complete subtree; nil where it lies in a tile that was handed on.
  func node(_ level: Int, _ index: Int) -> LogHash? {
    let place = TilePlace(level, index)
    guard place.level < tiles.count, place.position == position(ofTile: place.level) else {
      return nil
    }
    return tiles[place.level].node(place.inner, place.index)
  }

  /// The number of the tile that is being filled.
  func position(ofTile level: Int) -> Int { size >> (HashTile.height * (level + 1)) }

  var root: LogHash {
    // The root is made of complete subtrees that end at the right edge, and those are all here.
    (try? MerkleTree(size: size) { node($0, $1) ?? .empty }.root()) ?? .empty
  }
}

extension TreeFrontier {
  /// All hashes, leaves first; how many each level has follows from the size.
  var bytes: [UInt8] { tiles.flatMap(\.bytes) }

  /// Nil where the number of bytes is not that of a tree of this size.
  init?(size: Int, bytes: [UInt8]) {
    guard size >= 0 else { return nil }
    (self.size, tiles) = (size, [])
    var rest = bytes[...]
    var count = size
    while count > 0 {
      let length = count % HashTile.width * LogHash.length
      guard rest.count >= length, let tile = HashTile(bytes: Array(rest.prefix(length))) else {
        return nil
      }
      tiles.append(tile)
      rest = rest.dropFirst(length)
      count >>= HashTile.height
    }
    guard rest.isEmpty else { return nil }
  }
}

/// In which tile the hash of a complete subtree is found.
struct TilePlace {
  /// Of the tile, counted in tiles.
  let level: Int
  /// The number of the tile in its level.
  let position: Int
  /// Levels above the tile's own hashes.
  let inner: Int
  /// Within the tile, counted in subtrees of that level.
  let index: Int

  init(_ level: Int, _ index: Int) {
    (self.level, inner) = level.quotientAndRemainder(dividingBy: HashTile.height)
    position = index >> (HashTile.height - inner)
    self.index = index - position << (HashTile.height - inner)
  }

  /// The leaves under a hash of a tile; levels are counted in tiles.
  static func leaves(_ level: Int, _ index: Int) -> Range<Int> {
    let width = 1 << (HashTile.height * level)
    return index * width..<(index + 1) * width
  }
}
