import ArgumentParser
import Intake
import Ledger

/// `tally asset export`.
struct AssetExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes all assets as a table that an import takes.",
    discussion: """
      What is exported and imported into an empty ledger is exported again byte by byte. Export \
      locations too where their names and kinds matter.

        tally asset export --out assets.csv
        tally asset export --format ndjson | wc -l
      """)

  @OptionGroup var table: TableOutputOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var progress: ProgressOptions

  func run() throws {
    let store = try ledger.existing()
    let total = try store.info().assets
    let bar = Progress(total: total, noun: "assets", isWanted: progress.wantsProgress)
    defer { bar.finish() }
    try table.write { format, take in
      try AssetExporter.write(store, as: format, to: take, onRow: bar.advance)
    }
  }
}
