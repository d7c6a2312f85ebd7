import Storage

/// The tree over the log as it is stored: any root and any proof from some reads of 2 KB each.
struct StoredTree {
  let connection: Connection
  let frontier: TreeFrontier

  init(_ connection: Connection) throws {
    self.connection = connection
    frontier = try LogHead(connection).frontier
  }

  /// The tree as it was when it had `size` leaves.
  func tree(ofSize size: Int) -> MerkleTree { MerkleTree(size: size, node: node) }

  private func node(_ level: Int, _ index: Int) throws -> LogHash {
    if let hash = frontier.node(level, index) { return hash }
    let place = TilePlace(level, index)
    let tile = try connection.tile(place.level, place.position)
    guard let hash = tile?.node(place.inner, place.index) else {
      throw LedgerFault(
        code: "ledger.damaged",
        message: "The hashes of the log's entries from \(index << level + 1) on were changed or "
          + "taken away (tally ledger verify says more). Restore the ledger from a backup.")
    }
    return hash
  }
}

extension Connection {
  /// A full tile as it is stored; nil where there is none that makes sense.
  func tile(_ level: Int, _ position: Int) throws -> HashTile? {
    let bytes = try first(
      "SELECT hashes FROM log_tiles WHERE level = \(level) AND position = \(position)"
    ) { try $0.blob(0) }
    return bytes.flatMap(HashTile.init(bytes:)).flatMap { $0.isFull ? $0 : nil }
  }
}
