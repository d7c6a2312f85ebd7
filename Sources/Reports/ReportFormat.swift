package import Ledger

/// Finds a crop by its hash; nil where it isn't kept.
package typealias CropSource = (_ hash: String) throws -> Crop?

/// A report on a stocktake in one of its formats.
package enum ReportFormat: String, Sendable, CaseIterable {
  case table, csv, json, ndjson, md, html

  /// What a browser may do with the HTML, for the header of whoever serves it.
  package static let contentSecurityPolicy = HTMLReport.policy + "; frame-ancestors 'none'"

  /// The report as text, with a line end at its end.
  ///
  /// - Parameter crop: asked for the crops that a format shows.
  package func text(
    _ report: StocktakeReport, colours: Bool, crop: CropSource
  ) throws -> String {
    switch self {
    case .table: TableReport(report, colours: colours).text
    case .csv: CSVReport(report).text
    case .json: try JSONReport.text(report)
    case .ndjson: try NDJSONReport(report).text()
    case .md: MarkdownReport(report).text
    case .html: try HTMLReport(report, crop: crop).text
    }
  }
}
