import Storage

extension LedgerSchema {
  /// The tree over the log (docs/LEDGER.md), and the key that signs its checkpoints.
  ///
  /// Leaf hashes and those of every 6th level above lie in tiles of 64 hashes: a row for 64 entries
  /// instead of one for each, and a proof reads a handful of them. What doesn't fill a tile yet is
  /// the frontier, in the one row that changes.
  static func proofs(_ dialect: Dialect) -> [String] {
    let (text, blob) = (dialect.text, dialect.blob)
    return [
      """
      CREATE TABLE log_tiles (
        level BIGINT NOT NULL CHECK (level >= 0), position BIGINT NOT NULL CHECK (position >= 0),
        hashes \(blob) NOT NULL CHECK (LENGTH(hashes) = 2048), PRIMARY KEY (level, position))
      """,
      """
      CREATE TABLE log_head (
        number \(dialect.integerKey) CHECK (number = 1), size BIGINT NOT NULL CHECK (size >= 0),
        hashes \(blob) NOT NULL)
      """,
      """
      CREATE TABLE log_key (
        number \(dialect.integerKey) CHECK (number = 1), origin \(text) NOT NULL,
        seed \(blob) NOT NULL CHECK (LENGTH(seed) = 32), first_checkpoint \(text) NOT NULL)
      """,
    ] + ["log_tiles", "log_key"].flatMap { dialect.appendOnly($0) }
  }

  /// Hashes the entries that are there, and makes the key.
  ///
  /// Entries are streamed: neither their number nor their size takes memory.
  static func hashLog(_ connection: Connection, _ now: Int) throws {
    try connection.execute(
      "INSERT INTO log_head (number, size, hashes) VALUES (1, 0, \(TreeFrontier().bytes))")
    let tree = try LogTree(connection)
    try connection.forEach(StoredEntry.all) { row in
      let seq = try row.int(0)
      guard seq == tree.nextSeq, let leaf = try StoredEntry.leaf(row) else {
        throw LedgerFault(
          code: "ledger.damaged",
          message: "Entry \(min(seq, tree.nextSeq)) of the log is missing or was changed. "
            + "Restore the ledger from a backup.")
      }
      try tree.append(leaf)
    }
    try tree.keep()
    let key = SignerKey(origin: "tallymark.local/ledger/\(ObjectID.make(at: now))")
    try connection.execute(
      """
      INSERT INTO log_key (number, origin, seed, first_checkpoint)
      VALUES (1, \(key.origin), \(key.seed),
        \(try key.note(size: tree.frontier.size, root: tree.frontier.root)))
      """)
  }
}
