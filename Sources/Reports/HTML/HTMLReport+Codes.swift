import Inventory
import Ledger

extension HTMLReport {
  /// The codes that belong to no asset, each with the picture that shows it.
  var unknown: HTML {
    let cards = report.unknown.map(card)
    return .section(
      "unknown", "Unknown codes", cards.isEmpty ? [] : ["<div class=\"cards\">\n\(cards)</div>\n"])
  }

  private func card(_ unknown: StocktakeReport.Unknown) -> HTML {
    let scan = unknown.scans.first { $0.evidence?.crop != nil } ?? unknown.scans.first
    let more: HTML = unknown.scans.count > 1 ? " (\(unknown.scans.count) scans)" : ""
    return """
      <article class="card stranger">
      \(proof(scan, of: unknown.code))<div>
      <h4>\(.code(unknown.code))</h4>
      <ul class="flags"><li>\(unknown.kind.rawValue)</li></ul>
      <dl>
      <dt>seen in</dt><dd>\(unknown.places.joined(separator: ", "))\(more)</dd>
      \(scan.map(circumstances) ?? .nothing)</dl>
      </div>
      </article>

      """
  }

  /// The codes that belong to several assets.
  var ambiguous: HTML {
    guard !report.ambiguous.isEmpty else { return .nothing }
    return .section(
      "ambiguous", "Ambiguous codes",
      [
        .table(
          ["code", "leads to"],
          report.ambiguous.map { [.code($0.code), "\($0.candidates.joined(separator: ", "))"] })
      ])
  }
}
