/// The first thing in a log that isn't as it was written.
package struct LogFinding: Sendable, Equatable, Codable {
  package enum Code: String, Sendable, Codable {
    /// A column of the entry, or the hash that is kept of it.
    case entryChanged = "entry.changed"
    case entryMissing = "entry.missing"
    /// An entry that the log never took.
    case entrySurplus = "entry.surplus"
    /// A stored hash of several entries, `seq` being the first of them.
    case hashChanged = "hash.changed"
    /// The row that says where the log ends.
    case headChanged = "head.changed"
    /// The key, the log's name, or a checkpoint that the ledger keeps: the one that was signed first,
    /// and those of ledgers that it was made of.
    case keyChanged = "key.changed"
    /// The log doesn't begin with the one of the given checkpoint.
    case checkpointMismatch = "checkpoint.mismatch"
    /// A row of the books is not the one that the log leads to.
    case bookChanged = "book.changed"
    case bookMissing = "book.missing"
    case bookSurplus = "book.surplus"
    /// A picture or a report is not the one whose hash is kept.
    case evidenceChanged = "evidence.changed"
    /// A picture that was kept with an entry is gone.
    case evidenceMissing = "evidence.missing"
    /// An entry is as it was written, and can't be played again.
    case entryUnplayable = "entry.unplayable"
  }

  package let code: Code
  /// The entry; nil where it is about the log as a whole.
  package let seq: Int?
  package let message: String
}

extension LogFinding {
  static func changed(_ seq: Int) -> LogFinding {
    LogFinding(
      code: .entryChanged, seq: seq,
      message: "Entry \(seq) is not the one whose hash the log keeps: the entry or its hash was "
        + "changed.")
  }

  static func missing(_ seq: Int) -> LogFinding {
    LogFinding(code: .entryMissing, seq: seq, message: "Entry \(seq) is missing.")
  }

  static func surplus(_ seq: Int, size: Int) -> LogFinding {
    LogFinding(
      code: .entrySurplus, seq: seq,
      message: "Entry \(seq) was never taken into the log, which has \(size) entries.")
  }

  static func hash(of leaves: Range<Int>) -> LogFinding {
    LogFinding(
      code: .hashChanged, seq: leaves.lowerBound + 1,
      message: "The stored hash of the entries \(leaves.lowerBound + 1) to \(leaves.upperBound) "
        + "was changed or taken away.")
  }

  static func surplusHashes(_ level: Int, _ position: Int) -> LogFinding {
    LogFinding(
      code: .hashChanged, seq: nil,
      message: "There are stored hashes of no entry (level \(level), position \(position)).")
  }

  static let head = LogFinding(
    code: .headChanged, seq: nil,
    message: "The row that says where the log ends was changed or taken away.")

  static let key = LogFinding(
    code: .keyChanged, seq: nil,
    message: "The ledger's key, the log's name or a checkpoint that lies with it was changed or "
      + "taken away.")

  static func mismatch(_ checkpoint: Checkpoint, _ size: Int) -> LogFinding {
    LogFinding(
      code: .checkpointMismatch, seq: nil,
      message: checkpoint.size > size
        ? "The checkpoint is of a log of \(checkpoint.size) entries, and this one has \(size): "
          + "entries were taken away, or this is an older copy."
        : "The first \(checkpoint.size) entries are not those that the checkpoint was signed for: "
          + "the log was written anew since then.")
  }
}
