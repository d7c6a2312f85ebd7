/// A ledger that this one was made of: its key, and what it signed of the log that both have.
///
/// Its private key stayed behind. What it signed goes on proving that the log's beginning is the one
/// that was there.
package struct LogPredecessor: Sendable, Equatable, Codable {
  /// The public key.
  package let key: String
  /// Signed notes: the first that it made, and one of the log that was exported.
  package let checkpoints: [String]

  /// The checkpoints, whose signatures must be right.
  ///
  /// - Throws: `LedgerFault` `key.malformed`, `note.malformed`, `checkpoint.malformed`,
  ///   `note.unsigned`.
  func opened() throws(LedgerFault) -> [Checkpoint] {
    let key = try VerifierKey(key)
    var opened: [Checkpoint] = []
    for note in checkpoints { opened.append(try Checkpoint.opening(note, with: key)) }
    return opened
  }
}
