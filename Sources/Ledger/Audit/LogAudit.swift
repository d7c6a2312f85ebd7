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
    try database.read { connection in
      var auditor = LogAuditor(connection, checkpoint)
      let finding = try auditor.finding()
      return LogAudit(
        entries: auditor.frontier.size, root: auditor.frontier.root.base64,
        checkpoint: checkpoint?.size, finding: finding)
    }
  }
}
