import ArgumentParser
import Intake
import Ledger
import Tabular

/// `tally asset import`.
struct AssetImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Takes assets into the books from CSV, JSON or NDJSON.",
    discussion: """
      Columns: tag (needed), name, category, make, model, serial, status, location, custodian, and \
      as often as you like code (on this one thing), gtin and sku (on every thing of its kind); \
      condition, and the ledger's own fields (tally asset field list). \
      Known tags are changed where the row says something else; importing a file twice changes \
      nothing. A bad row is named by its line and stops none of the others.

        tally asset import assets.csv
        tally asset import assets.csv --dry-run
        tally asset import old.csv --map "Serial No=serial" --map "Room=location"
        tally asset import - --input ndjson < assets.ndjson
      """)

  @Argument(help: "The file, or - for standard input.")
  var file: String

  @OptionGroup var table: TableInputOptions

  @Flag(help: "Refuse rows whose location doesn't exist, instead of making it.")
  var knownLocations = false

  @OptionGroup var taking: ImportOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var progress: ProgressOptions

  func run() throws {
    let bar = Progress(total: nil, noun: "rows", isWanted: progress.wantsProgress)
    let printer = ImportPrinter(
      file: file, format: output.chosen, isRehearsal: taking.dryRun, bar: bar)
    let store = try taking.existing(ledger)
    let reader = AssetRowReader(fields: try store?.customFields() ?? [])
    let map = try reader.map(table.map)
    let rows = try table.open(file, map, progress)
    try AssetImporter.check(rows, map)
    let summary = try taking.withLedger(ledger, store) { store in
      let importer = AssetImporter(
        store: store, principal: ledger.principal, createLocations: !knownLocations,
        mode: taking.mode, map: map, reader: reader)
      printer.begin()
      return try importer.run(rows, tell: printer.tell)
    }
    try printer.end(summary, taking.sentences(summary), output)
    taking.noteWritings(summary, progress)
    taking.noteIgnored(summary, map, progress)
    if summary.refused > 0 { throw ExitStatus.doneWithNo.code }
  }
}
