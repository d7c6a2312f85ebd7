import Diagnostics
import Inventory
import Ledger

/// The report for a spreadsheet: a row for each asset, then one for each unknown or ambiguous code.
struct CSVReport {
  private let report: StocktakeReport

  init(_ report: StocktakeReport) { self.report = report }

  var text: String {
    let head = [
      "asset", "name", "outcome", "flags", "book_location", "book_status", "seen_at", "seen_time",
      "counter", "device", "image", "code",
    ]
    return row(head) + report.lines.lazy.map { row(cells($0)) }.joined()
      + report.unknown.lazy.map { row(cells($0)) }.joined()
      + report.ambiguous.lazy.map { row(cells($0)) }.joined()
  }

  private func row(_ cells: [String]) -> String {
    cells.map(SafeText.csvCell).joined(separator: ",") + "\n"
  }

  private func cells(_ line: StocktakeReport.Line) -> [String] {
    let sighting = line.decisive
    return [
      line.asset, line.name, line.outcome.rawValue,
      line.flags.map(\.rawValue).joined(separator: " "), line.bookLocation ?? "",
      line.bookStatus.rawValue, line.seenAt ?? "", sighting?.at ?? "", sighting?.counter ?? "",
      sighting?.device ?? "", sighting?.evidence?.image ?? "", sighting?.code ?? "",
    ]
  }

  private func cells(_ unknown: StocktakeReport.Unknown) -> [String] {
    let scan = unknown.scans.first
    return [
      "", "", "unknown", unknown.kind.rawValue, "", "", scan?.location ?? "", scan?.at ?? "",
      scan?.counter ?? "", scan?.device ?? "", scan?.evidence?.image ?? "", unknown.code,
    ]
  }

  private func cells(_ ambiguous: StocktakeReport.Ambiguous) -> [String] {
    let candidates = ambiguous.candidates.joined(separator: " ")
    return [candidates, "", "ambiguous"] + Array(repeating: "", count: 8) + [ambiguous.code]
  }
}
