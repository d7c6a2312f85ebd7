import Foundation

/// What a log's owner signs: of this log, the first so many entries have this root
/// (c2sp.org/tlog-checkpoint).
package struct Checkpoint: Sendable, Equatable {
  /// Which log.
  package let origin: String
  /// The number of entries.
  package let size: Int
  package let root: LogHash

  package init(origin: String, size: Int, root: LogHash) {
    (self.origin, self.size, self.root) = (origin, size, root)
  }

  /// The text that is signed: three lines.
  var text: String { "\(origin)\n\(size)\n\(root.base64)\n" }

  /// Reads the text of a note; lines after the third are extensions of others and say nothing here.
  ///
  /// - Throws: `LedgerFault` `checkpoint.malformed`.
  package init(text: String) throws(LedgerFault) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 4, lines.last == "", lines.dropLast().allSatisfy({ !$0.isEmpty }),
      let size = Int(lines[1]), size >= 0, String(size) == lines[1],
      let root = LogHash(base64: String(lines[2]))
    else {
      throw LedgerFault(
        code: "checkpoint.malformed",
        message: "The note is no checkpoint of a log: its first three lines must be the name of "
          + "the log, the number of entries and the root's hash in base64.")
    }
    self.init(origin: String(lines[0]), size: size, root: root)
  }
}

extension Checkpoint {
  /// Reads a note and requires the signature of a key.
  ///
  /// - Throws: `LedgerFault` `note.malformed`, `checkpoint.malformed`, `note.unsigned`.
  package static func opening(_ note: String, with key: VerifierKey) throws(LedgerFault)
    -> Checkpoint
  {
    let note = try SignedNote(note: note)
    guard key.signed(note) else {
      throw LedgerFault(
        code: "note.unsigned",
        message: "The checkpoint has no valid signature by the key \(key.text).")
    }
    let checkpoint = try Checkpoint(text: note.text)
    guard checkpoint.origin == key.name else {
      throw LedgerFault(
        code: "note.unsigned",
        message: "The checkpoint is of another log than that of the key \(key.text).")
    }
    return checkpoint
  }
}

extension LogHash {
  package var base64: String { Data(bytes).base64EncodedString() }

  package init?(base64: String) {
    // The other spellings that decoders let pass would be other bytes under one signature.
    guard let bytes = Data(base64Encoded: base64), bytes.base64EncodedString() == base64 else {
      return nil
    }
    self.init(bytes)
  }
}
