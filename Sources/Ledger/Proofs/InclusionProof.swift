import Foundation

/// Shows that an entry stands in the log at its number: with the checkpoint and the key alone.
package struct InclusionProof: Sendable, Equatable, Codable {
  package let seq: Int
  /// The bytes that are hashed, as text.
  package let entry: String
  /// A signed note.
  package let checkpoint: String
  /// From the entry to the root, in base64.
  package let hashes: [String]

  /// The checkpoint that the proof leads to.
  ///
  /// - Throws: `LedgerFault`: `proof.wrong` where it proves nothing, and those of
  ///   `Checkpoint.opening`.
  package func check(with key: VerifierKey) throws(LedgerFault) -> Checkpoint {
    let checkpoint = try Checkpoint.opening(checkpoint, with: key)
    let leaf = LogHash.leaf(Array(entry.utf8))
    let root = MerkleTree.root(
      of: leaf, at: seq - 1, in: checkpoint.size, through: try ProofFile.hashes(hashes))
    guard let root, root == checkpoint.root else {
      throw LedgerFault(
        code: "proof.wrong",
        message: "The proof is wrong: the entry and its hashes don't lead to the checkpoint's "
          + "root, so nothing shows that entry \(seq) stands in that log.")
    }
    guard Number(entry)?.seq == seq else {
      throw LedgerFault(
        code: "proof.wrong",
        message: "The proof is wrong: it calls the entry \(seq), and the entry says otherwise.")
    }
    return checkpoint
  }

  /// What an entry says of its own number.
  private struct Number: Decodable {
    let seq: Int

    init?(_ entry: String) {
      guard let number = try? JSONDecoder().decode(Number.self, from: Data(entry.utf8)) else {
        return nil
      }
      self = number
    }
  }
}
