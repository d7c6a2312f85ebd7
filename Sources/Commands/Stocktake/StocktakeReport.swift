import ArgumentParser
import Diagnostics
import Foundation
import Ledger
import Reports

/// `tally stocktake report`.
struct StocktakeReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "What a stocktake found.",
    discussion: """
      Of an open stocktake the report says how things stand; of a closed one it is fixed, and always \
      the same bytes.

        tally stocktake report "Autumn count"
        tally stocktake report "Autumn count" --format csv --out autumn.csv
        tally stocktake report "Autumn count" --format html --out autumn.html
      """)

  @OptionGroup var argument: StocktakeArgument

  @Option(
    help: "table, csv, json, ndjson, md or html (default: table on a terminal, json in a pipe).")
  var format: ReportFormat?

  @Option(help: "Write to a file.")
  var out: String?

  func run() throws {
    let (store, stocktake) = try argument.found()
    let usual: ReportFormat = Terminal.isOutputScreen ? .table : .json
    let text = try (format ?? usual).text(
      store.report(on: stocktake), colours: out == nil && Terminal.usesColour, crop: store.crop)
    guard let out, out != "-" else {
      // What a code smuggled in may stand in a file, but must not act on a screen.
      let shown = Terminal.isOutputScreen && format == .csv ? SafeText.lines(text) : text
      return StandardOutput.text(shown)
    }
    try OutputFile.write(text, to: out)
  }
}

extension ReportFormat: ExpressibleByArgument {}
