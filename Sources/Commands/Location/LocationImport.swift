import ArgumentParser
import Intake
import Ledger
import Tabular

/// `tally location import`.
struct LocationImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Makes locations from CSV, JSON or NDJSON.",
    discussion: """
      Columns: code (needed), name, kind, parent. Locations that are there already stay as they are; \
      a row that says something else of one is refused. Rows may come in any order.

        tally location import locations.csv
        tally location import rooms.csv --map "Room=code" --dry-run
      """)

  @Argument(help: "The file, or - for standard input.")
  var file: String

  @OptionGroup var table: TableInputOptions
  @OptionGroup var taking: ImportOptions
  @OptionGroup var ledger: LedgerOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var progress: ProgressOptions

  func run() throws {
    let map = try ColumnMap(known: LocationImporter.columns, repeating: [], pairs: table.map)
    let rows = try table.open(file, map, progress)
    let bar = Progress(total: nil, noun: "rows", isWanted: progress.wantsProgress)
    let printer = ImportPrinter(
      file: file, format: output.chosen, isRehearsal: taking.dryRun, bar: bar)
    try LocationImporter.check(rows, map)
    let summary = try taking.withLedger(ledger, taking.existing(ledger)) { store in
      let importer = LocationImporter(
        store: store, principal: ledger.principal, mode: taking.mode, map: map)
      printer.begin()
      return try importer.run(rows, tell: printer.tell)
    }
    try printer.end(summary, taking.sentences(summary), output)
    taking.noteIgnored(summary, map, progress)
    if summary.refused > 0 { throw ExitStatus.doneWithNo.code }
  }
}
