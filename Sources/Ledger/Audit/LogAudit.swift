import Storage

/// What going through the whole log found.
package struct LogAudit: Sendable, Equatable, Codable {
  /// How many entries were found to be as they were written; all of them where nothing was found.
  package let entries: Int
  /// The root over those, in base64.
  package let root: String
  /// The size of the checkpoint that the log was compared with.
  package let checkpoint: Int?
  package let finding: LogFinding?

  package var isIntact: Bool { finding == nil }
}

extension LedgerStore {
  /// Hashes every entry again and compares all that is kept of the log: leaves, inner nodes, the
  /// end, the key, and a checkpoint that was kept elsewhere.
  ///
  /// - Parameter checkpoint: of this log at some time; its signature has been checked.
  package func audit(against checkpoint: Checkpoint? = nil) throws -> LogAudit {
    try database.read { try Self.audit($0, checkpoint) }
  }

  /// The same; where the log is intact it is played into empty books, which are compared with
  /// those of the ledger row by row, and pictures and reports with their hashes.
  ///
  /// It takes room for a second ledger in the folder for temporary files (`TMPDIR`).
  package func auditWithBooks(against checkpoint: Checkpoint? = nil) throws -> LogAudit {
    try database.read { connection in
      let audit = try Self.audit(connection, checkpoint)
      return audit.isIntact ? audit.with(try Self.booksFinding(connection)) : audit
    }
  }

  private static func audit(
    _ connection: Connection, _ checkpoint: Checkpoint?
  ) throws -> LogAudit {
    var auditor = LogAuditor(connection, checkpoint)
    let finding = try auditor.finding()
    return LogAudit(
      entries: auditor.frontier.size, root: auditor.frontier.root.base64,
      checkpoint: checkpoint?.size, finding: finding)
  }

  private static func booksFinding(_ connection: Connection) throws -> LogFinding? {
    let replayed = try ReplayedLedger()
    do {
      try replayed.play(connection)
    } catch let fault as LedgerFault where fault.code == "replay.entry" {
      return .unplayable(fault)
    }
    return try replayed.read { try BooksAuditor(ledger: connection, replayed: $0).finding() }
  }
}

extension LogAudit {
  fileprivate func with(_ finding: LogFinding?) -> LogAudit {
    LogAudit(entries: entries, root: root, checkpoint: checkpoint, finding: finding)
  }
}
