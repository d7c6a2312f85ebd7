/// Shows that an earlier log is the beginning of a later one: that nothing was taken away or changed
/// between two checkpoints.
package struct ConsistencyProof: Sendable, Equatable, Codable {
  /// The earlier checkpoint, a signed note.
  package let first: String
  /// The later one.
  package let second: String
  /// In base64, as RFC 6962, 2.1.2 orders them.
  package let hashes: [String]

  /// Both checkpoints.
  ///
  /// - Throws: `LedgerFault`: `proof.wrong` where it proves nothing, and those of
  ///   `Checkpoint.opening`.
  package func check(with key: VerifierKey) throws(LedgerFault) -> (Checkpoint, Checkpoint) {
    let first = try Checkpoint.opening(first, with: key)
    let second = try Checkpoint.opening(second, with: key)
    let isConsistent = MerkleTree.isConsistent(
      (first.size, first.root), (second.size, second.root), through: try ProofFile.hashes(hashes))
    guard isConsistent else {
      throw LedgerFault(
        code: "proof.wrong",
        message: "The proof is wrong: nothing shows that the log of \(first.size) entries is the "
          + "beginning of the one of \(second.size).")
    }
    return (first, second)
  }
}
