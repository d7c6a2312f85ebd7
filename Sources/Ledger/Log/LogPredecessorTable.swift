import Storage

extension Connection {
  /// The ledgers that this one was made of, the oldest first.
  ///
  /// - Throws: `LedgerFault` `ledger.damaged`.
  func predecessors() throws -> [LogPredecessor] {
    try all("SELECT key, first_checkpoint, last_checkpoint FROM log_predecessors ORDER BY number") {
      LogPredecessor(key: try $0.text(0), checkpoints: [try $0.text(1), try $0.text(2)])
    }
  }

  /// Keeps who was there before; to be called once, in an empty ledger.
  func keep(_ predecessors: [LogPredecessor]) throws {
    for (index, predecessor) in predecessors.enumerated() {
      guard let first = predecessor.checkpoints.first, let last = predecessor.checkpoints.last
      else { continue }
      try execute(
        """
        INSERT INTO log_predecessors (number, key, first_checkpoint, last_checkpoint)
        VALUES (\(index + 1), \(predecessor.key), \(first), \(last))
        """)
    }
  }
}
