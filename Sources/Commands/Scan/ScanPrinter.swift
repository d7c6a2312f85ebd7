import Barcodes
import Diagnostics
import Imaging
import Reports
import Scanning

/// Prints the results of a scan as they come.
struct ScanPrinter {
  let format: ScanFormat

  func begin() {
    if format == .csv {
      StandardOutput.line("path,symbology,identifier,text,valid,weak,quality,x,y,problems,error")
    }
  }

  func print(_ scan: ImageScan) throws {
    switch format {
    case .ndjson: StandardOutput.line(try JSONText.line(ScanRecord(scan)))
    case .csv: csvRows(scan).forEach(StandardOutput.line)
    case .table: tableRows(scan).forEach(StandardOutput.line)
    }
  }

  private func csvRows(_ scan: ImageScan) -> [String] {
    if let fault = scan.fault { return [CSVLine.text([scan.path] + empty(9) + [fault.code])] }
    if scan.symbols.isEmpty { return [CSVLine.text([scan.path] + empty(10))] }
    return scan.symbols.map { symbol in
      let corner = symbol.polygon.first
      return CSVLine.text([
        scan.path, symbol.symbology.rawValue, symbol.identifier, symbol.text, "\(symbol.valid)",
        "\(symbol.weak)", "\(symbol.quality)", corner.map { "\($0.x)" } ?? "",
        corner.map { "\($0.y)" } ?? "", symbol.problems.map(\.code).joined(separator: " "), "",
      ])
    }
  }

  private func empty(_ count: Int) -> [String] { Array(repeating: "", count: count) }

  /// A picture's name, and below it a line a symbol: streamed, so no column waits for the last row.
  private func tableRows(_ scan: ImageScan) -> [String] {
    let name = SafeText.terminal(scan.path)
    guard scan.fault == nil else { return [painted(name, .strong), "  not readable, see above"] }
    let symbols = scan.symbols.map { symbol in
      let kind = symbol.symbology.rawValue
      let space = String(repeating: " ", count: max(1, 18 - kind.count))
      let problems = symbol.problems.map { "  ← " + SafeText.terminal($0.message) }.joined()
      return "  " + painted(kind, .faint) + space + SafeText.terminal(symbol.text)
        + (symbol.page.map { painted("  page \($0)", .faint) } ?? "")
        + (symbol.valid ? "" : painted("  not valid", .bad)) + painted(problems, .warning)
    }
    return [painted(name, .strong)] + (symbols.isEmpty ? ["  no symbol"] : symbols)
  }

  private func painted(_ text: String, _ colour: Colour) -> String {
    Terminal.usesColour ? colour.paint(text) : text
  }
}
