import ArgumentParser
import Ledger

/// `tally ledger backup`.
struct LedgerBackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copies a ledger into a file, while others go on writing.",
    discussion: """
      The copy is a ledger like any other: its log is verified before it gets its name, and \
      --ledger opens it.

        tally ledger backup 2026-11-21.sqlite
        tally ledger verify --ledger 2026-11-21.sqlite
      """)

  @Argument(help: "The new file.")
  var file: String

  @Flag(help: "Replace a file that is there already.")
  var force = false

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let backup = try ledger.existing().backUp(to: file, replacing: force)
    try output.say(
      [
        "\(quoted(file)): \(counted(backup.entries, "entry", "entries")), \(backup.bytes) bytes, "
          + "verified. Root: \(backup.root)"
      ], backup)
  }
}
