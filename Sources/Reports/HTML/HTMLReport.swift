import Crypto
import Foundation
import Inventory
import Ledger

/// The report as one file that a person opens in a browser, keeps, sends on and prints.
///
/// It needs nothing from outside and runs no script; crops are inside. It is also well-formed XML,
/// so that programs can read it. The same report is the same bytes.
struct HTMLReport {
  let report: StocktakeReport
  /// The crops that are shown, by hash.
  let crops: [String: Crop]

  /// - Parameter crop: asked for each crop that is shown.
  init(_ report: StocktakeReport, crop: CropSource) throws {
    self.report = report
    let shown = report.attention.compactMap(\.decisive) + report.unknown.flatMap(\.scans)
    var crops: [String: Crop] = [:]
    for hash in shown.compactMap(\.evidence?.crop) where crops[hash] == nil {
      crops[hash] = try crop(hash)
    }
    self.crops = crops
  }

  var text: String { page.text }

  private var page: HTML {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <meta http-equiv="Content-Security-Policy" content="\(Self.policy)"/>
    <link rel="icon" href="data:,"/>
    <title>\(title)</title>
    <style>\(Self.styleElement)</style>
    </head>
    <body>
    <main>
    \(header)\(figures)\(progress)\(attention)\(unknown)\(ambiguous)\(asBooked)\(counting)\(footer)</main>
    </body>
    </html>

    """
  }

  /// A second fence behind the escaping: a browser loads and runs nothing, and no style but ours,
  /// whatever gets in (Content Security Policy Level 3, 2.3.1).
  static let policy = "default-src 'none'; img-src data:; style-src 'sha256-\(styleHash)'"

  private static let styleElement: HTML = "\n\(style)"

  private static let styleHash =
    Data(SHA256.hash(data: Data(styleElement.text.utf8))).base64EncodedString()

  private var title: String { "Stocktake \(report.stocktake.number) “\(report.stocktake.name)”" }

  private var header: HTML {
    let head = report.stocktake
    let state: HTML =
      head.closedAt == nil
      ? "<span class=\"state provisional\">provisional: \(head.state.rawValue)</span>"
      : "<span class=\"state\">\(head.state.rawValue)</span>"
    let closed = head.closedAt.map { time -> HTML in
      "<br/>closed \(ReportText.minute(time)) by \(head.closedBy ?? "?")"
    }
    return """
      <header>
      <p class="kind">Stocktake \(head.number) \(state)</p>
      <h1>\(head.name)</h1>
      <p class="when">opened \(ReportText.minute(head.openedAt)) by \(head.openedBy)\
      \(closed ?? .nothing)</p>
      </header>

      """
  }
}

extension Outcome {
  /// The outcome in words; its name is the class that colours it.
  var words: String { rawValue.replacing("-", with: " ") }
}
