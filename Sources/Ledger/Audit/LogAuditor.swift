import Storage

/// Builds the tree anew from the entries and stops at the first difference to what is stored.
struct LogAuditor {
  private let connection: Connection
  private let checkpoint: Checkpoint?
  /// The tree over the entries that were found to be right so far.
  private(set) var frontier = TreeFrontier()

  /// - Parameter checkpoint: of a log that this one is said to begin with.
  init(_ connection: Connection, _ checkpoint: Checkpoint?) {
    (self.connection, self.checkpoint) = (connection, checkpoint)
  }

  /// The first thing that is wrong; nil where nothing is.
  mutating func finding() throws -> LogFinding? {
    guard let head = try head() else { return .head }
    guard let (origin, first) = try signedFirst() else { return .key }
    let checkpoints = [first] + (checkpoint.map { [$0] } ?? [])
    do {
      try walk(head, checkpoints)
      try refuseSurplusTiles(head)
    } catch let difference as Difference {
      return difference.finding
    }
    if let checkpoint, checkpoint.origin != origin || checkpoint.size > head.size {
      return .mismatch(checkpoint, head.size)
    }
    return first.size > head.size ? .key : nil
  }

  /// Ends the walk.
  private struct Difference: Error {
    let finding: LogFinding
  }

  private func head() throws -> TreeFrontier? {
    do {
      return try LogHead(connection).frontier
    } catch is LedgerFault {
      return nil
    } catch let fault as StorageFault where fault.code == "ledger.damaged" {
      return nil
    }
  }

  /// The log's name, and the checkpoint that its key signed when it was made.
  private func signedFirst() throws -> (String, Checkpoint)? {
    do {
      let (key, note) = try connection.logKeyRow()
      return (key.origin, try Checkpoint.opening(note, with: key.verifier))
    } catch is LedgerFault {
      return nil
    } catch let fault as StorageFault where fault.code == "ledger.damaged" {
      return nil
    }
  }

  private mutating func walk(_ head: TreeFrontier, _ checkpoints: [Checkpoint]) throws {
    var stored = StoredHashes(connection, head)
    try compareRoot(with: checkpoints, head)
    try connection.forEach(StoredEntry.all) { row in
      try append(try leaf(row, head), &stored)
      try compareRoot(with: checkpoints, head)
    }
    if frontier.size < head.size { throw Difference(finding: .missing(frontier.size + 1)) }
  }

  /// The hash of the next entry, which must be the next row.
  private func leaf(_ row: SQLRow, _ head: TreeFrontier) throws -> LogHash {
    let (seq, expected) = (try row.int(0), frontier.size + 1)
    if seq < expected || expected > head.size {
      throw Difference(finding: .surplus(seq, size: head.size))
    }
    if seq > expected { throw Difference(finding: .missing(expected)) }
    do {
      if let leaf = try StoredEntry.leaf(row) { return leaf }
    } catch let fault as StorageFault where fault.code == "ledger.damaged" {
      // A column of another type: changed like any other.
    }
    throw Difference(finding: .changed(seq))
  }

  /// Compares the leaf, and every node that it completes and that is stored.
  private mutating func append(_ leaf: LogHash, _ stored: inout StoredHashes) throws {
    let index = frontier.size
    guard try stored.hash(0, index) == leaf else { throw Difference(finding: .changed(index + 1)) }
    try frontier.append(leaf) { full in
      guard try stored.hash(full.level + 1, full.position) == full.root else {
        throw Difference(finding: .hash(of: TilePlace.leaves(full.level + 1, full.position)))
      }
    }
  }

  private func compareRoot(with checkpoints: [Checkpoint], _ head: TreeFrontier) throws {
    for (index, checkpoint) in checkpoints.enumerated()
    where checkpoint.size == frontier.size && checkpoint.root != frontier.root {
      // The first is the one that lies in the ledger.
      throw Difference(finding: index == 0 ? .key : .mismatch(checkpoint, head.size))
    }
  }

  /// Tiles that no entry accounts for.
  private func refuseSurplusTiles(_ head: TreeFrontier) throws {
    let tiles = try connection.all("SELECT level, position FROM log_tiles ORDER BY level, position")
    {
      (level: try $0.int(0), position: try $0.int(1))
    }
    // No tree of countable entries has more levels than this.
    let known = 0...9
    for (level, position) in tiles
    where !known.contains(level) || position >= head.position(ofTile: level) {
      throw Difference(finding: .surplusHashes(level, position))
    }
  }
}

/// The hashes that are stored, asked for in the order of the log: each tile is read once.
private struct StoredHashes {
  private let connection: Connection
  private let head: TreeFrontier
  private var tiles: [(position: Int, tile: HashTile?)] = []

  init(_ connection: Connection, _ head: TreeFrontier) {
    (self.connection, self.head) = (connection, head)
  }

  /// - Parameter level: of the tile that holds it.
  mutating func hash(_ level: Int, _ index: Int) throws -> LogHash? {
    let (position, inner) = index.quotientAndRemainder(dividingBy: HashTile.width)
    while tiles.count <= level { tiles.append((-1, nil)) }
    if tiles[level].position != position { tiles[level] = (position, try tile(level, position)) }
    return tiles[level].tile?.node(0, inner)
  }

  private func tile(_ level: Int, _ position: Int) throws -> HashTile? {
    if position == head.position(ofTile: level) {
      return level < head.tiles.count ? head.tiles[level] : nil
    }
    do {
      return try connection.tile(level, position)
    } catch let fault as StorageFault where fault.code == "ledger.damaged" {
      return nil
    }
  }
}
