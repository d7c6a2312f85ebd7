import ArgumentParser
import Intake
import Ledger

/// `tally location export`.
struct LocationExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Writes all locations as a table that an import takes.",
    discussion: """
        tally location export --out locations.csv
        tally location export --format json
      """)

  @OptionGroup var table: TableOutputOptions
  @OptionGroup var ledger: LedgerOptions

  func run() throws {
    let store = try ledger.existing()
    try table.write { format, take in try LocationExporter.write(store, as: format, to: take) }
  }
}
