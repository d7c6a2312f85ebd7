import ArgumentParser
import Diagnostics
import Intake
import Ledger
import Tabular

/// `tally asset import`.
struct AssetImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes assets into the books from CSV, JSON or NDJSON.",
    discussion: """
      Columns: tag (needed), name, category, make, model, serial, status, location, custodian, and \
      as often as you like code (on this one thing), gtin and sku (on every thing of its kind). \
      Known tags are changed where the row says something else; importing a file twice changes \
      nothing. A bad row is named by its line and stops none of the others.

        tally asset import assets.csv
        tally asset import - --input ndjson < assets.ndjson
        tally asset import assets.csv --known-locations
      """)

  @Argument(help: "The file, or - for standard input.")
  var file: String

  @Option(help: "How the file is written: csv, json or ndjson (default: by its name or beginning).")
  var input: TableFormat?

  @Flag(help: "Refuse rows whose location doesn't exist, instead of making it.")
  var knownLocations = false

  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var progress: ProgressOptions

  func run() throws {
    let rows = try RowReader(file, format: input, repeating: AssetRowReader.repeating)
    try AssetRowReader().check(columns: rows.columns, of: rows.name)
    var importer = try AssetImporter(
      store: try ledger.createdIfMissing(), principal: ledger.principal,
      createLocations: !knownLocations)
    let bar = Progress(total: nil, noun: "rows", isWanted: progress.wantsProgress)
    let summary = try importer.run(
      rows, onFault: { Terminal.complain($0, in: file) },
      onRow: bar.advance)
    bar.finish()
    try say(summary)
    if summary.refused > 0 { throw ExitStatus.doneWithNo.code }
  }

  private func say(_ summary: AssetImporter.Summary) throws {
    let locations = summary.locations.map { SafeText.terminal($0) }
    let made = "\(counted(locations.count, "location")) made: \(locations.joined(separator: ", "))"
    try output.say(
      [
        "\(summary.created) created, \(summary.changed) changed, \(summary.unchanged) unchanged, "
          + "\(summary.refused) refused"
      ] + (locations.isEmpty ? [] : [made]), summary)
    if !summary.ignoredColumns.isEmpty {
      let names = summary.ignoredColumns.map { SafeText.quoted($0) }.joined(separator: ", ")
      progress.note("Passed over, since an import knows no such columns: \(names).")
    }
  }
}

extension TableFormat: ExpressibleByArgument {}
