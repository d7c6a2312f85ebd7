import ArgumentParser
import Ledger
import Storage

/// `tally ledger export`.
struct LedgerExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes log, checkpoints and evidence into one file.",
    discussion: """
      Whoever has the file and the ledger's public key can check every entry, crop and report without \
      the ledger, and without this program (docs/LEDGER.md). The private key isn't in it.

        tally ledger export 2026-11-21.ndjson
        tally ledger export - | gzip > 2026-11-21.ndjson.gz
      """)

  @Argument(help: "The new file, or - for standard output.")
  var file: String

  @Flag(help: "Replace a file that is there already.")
  var force = false

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let store = try ledger.existing()
    guard file != "-" else {
      _ = try store.exportLog(to: StandardOutput.bytes)
      return
    }
    let file = try GrowingFile(at: file)
    let summary = try store.exportLog(to: file.write)
    try file.publish(replacing: force)
    try output.say(
      [
        "\(quoted(self.file)): \(counted(summary.entries, "entry", "entries")), "
          + "\(counted(summary.crops, "crop")), \(counted(summary.reports, "report")). Root: \(summary.root)"
      ], summary)
  }
}
