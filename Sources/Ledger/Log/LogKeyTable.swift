import Storage

extension Connection {
  /// The key of this ledger.
  func logKey() throws -> SignerKey { try logKeyRow().key }

  /// The key, and the checkpoint that was signed when it was made.
  ///
  /// - Throws: `LedgerFault` `ledger.damaged`.
  func logKeyRow() throws -> (key: SignerKey, firstCheckpoint: String) {
    let row = try first("SELECT origin, seed, first_checkpoint FROM log_key WHERE number = 1") {
      (key: SignerKey(origin: try $0.text(0), seed: try $0.blob(1)), checkpoint: try $0.text(2))
    }
    guard let row, let key = row.key else {
      throw LedgerFault(
        code: "ledger.damaged",
        message: "The ledger's key was changed or taken away. Restore the ledger from a backup.")
    }
    return (key, row.checkpoint)
  }
}
