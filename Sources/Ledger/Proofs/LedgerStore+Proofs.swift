import Storage

extension LedgerStore {
  /// A signed note of the log's size and root.
  package func checkpoint() throws -> String {
    try database.read { connection in
      let stored = try StoredTree(connection)
      return try stored.checkpoint(stored.frontier.size, by: connection.logKey())
    }
  }

  /// Proves that an entry stands in the log as it is now.
  ///
  /// - Throws: `LedgerFault` `entry.unknown` for a number that no entry has.
  package func inclusionProof(of seq: Int) throws -> InclusionProof {
    try database.read { connection in
      let stored = try StoredTree(connection)
      let size = stored.frontier.size
      guard seq >= 1, seq <= size else { throw LedgerFault.outside(seq, size, lowest: 1) }
      guard let entry = try StoredEntry.text(connection, seq) else {
        throw LedgerFault(
          code: "ledger.damaged",
          message: "Entry \(seq) is missing or was changed (tally ledger verify says more). "
            + "Restore the ledger from a backup.")
      }
      return InclusionProof(
        seq: seq, entry: entry, checkpoint: try stored.checkpoint(size, by: connection.logKey()),
        hashes: try stored.tree(ofSize: size).inclusion(of: seq - 1).map(\.base64))
    }
  }

  /// Proves that the log of the first entries is the beginning of a later one.
  ///
  /// - Parameter sizes: numbers of entries; 0 is the log without any.
  /// - Throws: `LedgerFault` `entry.unknown` where there aren't as many.
  package func consistencyProof(_ sizes: ClosedRange<Int>) throws -> ConsistencyProof {
    try database.read { connection in
      let (stored, key) = (try StoredTree(connection), try connection.logKey())
      for size in [sizes.lowerBound, sizes.upperBound] where size > stored.frontier.size || size < 0
      {
        throw LedgerFault.outside(size, stored.frontier.size, lowest: 0)
      }
      return ConsistencyProof(
        first: try stored.checkpoint(sizes.lowerBound, by: key),
        second: try stored.checkpoint(sizes.upperBound, by: key),
        hashes: try stored.tree(ofSize: sizes.upperBound)
          .consistency(from: sizes.lowerBound).map(\.base64))
    }
  }
}

extension StoredTree {
  fileprivate func checkpoint(_ size: Int, by key: SignerKey) throws -> String {
    try key.note(size: size, root: tree(ofSize: size).root())
  }
}

extension LedgerFault {
  fileprivate static func outside(_ number: Int, _ size: Int, lowest: Int) -> LedgerFault {
    LedgerFault(
      code: "entry.unknown",
      message: "The log has \(size) entries; give a number from \(lowest) to \(size), "
        + "not \(number).")
  }
}
