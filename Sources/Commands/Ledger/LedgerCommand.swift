import ArgumentParser

/// `tally ledger`.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "The books as a whole.",
    subcommands: [
      LedgerInfoCommand.self, LedgerSet.self, LedgerCheckpoint.self, LedgerProve.self,
      LedgerVerify.self, LedgerExport.self, LedgerImport.self, LedgerBackupCommand.self,
      LedgerDevices.self,
      LedgerConflicts.self,
    ])
}
