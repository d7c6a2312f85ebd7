import Diagnostics

/// A line of CSV on standard output.
enum CSVLine {
  /// Cells as a file wants them; on a screen nothing that a code smuggled in may act.
  static func text(_ cells: [String]) -> String {
    let shown = Terminal.isOutputScreen ? cells.map { SafeText.terminal($0) } : cells
    return shown.map(SafeText.csvCell).joined(separator: ",")
  }
}
