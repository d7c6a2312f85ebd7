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
    guard let kept = try keptCheckpoints() else { return .key }
    do {
      try walk(head, kept + (checkpoint.map { [$0] } ?? []), own: kept.count)
      try refuseSurplusTiles(head)
    } catch let difference as Difference {
      return difference.finding
    }
    if let checkpoint,
      !kept.contains(where: { $0.origin == checkpoint.origin }) || checkpoint.size > head.size
    {
      return .mismatch(checkpoint, head.size)
    }
    return kept.contains { $0.size > head.size } ? .key : nil
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

  /// The checkpoint that the log's key signed when it was made, and those of the ledgers before it.
  private func keptCheckpoints() throws -> [Checkpoint]? {
    do {
      let (key, note) = try connection.logKeyRow()
      let first = try Checkpoint.opening(note, with: key.verifier)
      return [first] + (try connection.predecessors().flatMap { try $0.opened() })
    } catch is LedgerFault {
      return nil
    } catch let fault as StorageFault where fault.code == "ledger.damaged" {
      return nil
    }
  }

  /// - Parameter own: how many of the checkpoints lie in the ledger; they are the first.
  private mutating func walk(
    _ head: TreeFrontier, _ checkpoints: [Checkpoint], own: Int
  ) throws {
    var stored = StoredHashes(connection, head)
    try compareRoot(with: checkpoints, own: own, head)
    try connection.forEach(StoredEntry.all) { row in
      try append(try leaf(row, head), &stored)
      try compareRoot(with: checkpoints, own: own, head)
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

  private func compareRoot(
    with checkpoints: [Checkpoint], own: Int, _ head: TreeFrontier
  ) throws {
    for (index, checkpoint) in checkpoints.enumerated()
    where checkpoint.size == frontier.size && checkpoint.root != frontier.root {
      throw Difference(finding: index < own ? .key : .mismatch(checkpoint, head.size))
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
