package import Ledger

/// A report on a stocktake in one of its formats.
package enum ReportFormat: String, Sendable, CaseIterable {
  case table, csv, json

  /// The report as text, with a line end at its end.
  package func text(_ report: StocktakeReport, colours: Bool) throws -> String {
    switch self {
    case .table: TableReport(report, colours: colours).text
    case .csv: CSVReport(report).text
    case .json: try JSONReport.text(report)
    }
  }
}
