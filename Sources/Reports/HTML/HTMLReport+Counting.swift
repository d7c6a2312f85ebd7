import Inventory
import Ledger

extension HTMLReport {
  /// Who counted when, and what became of the events.
  var counting: HTML {
    guard !report.counters.isEmpty else { return .nothing }
    let who = HTML.table(
      ["who", "device", "events", "first", "last"],
      report.counters.map { counter in
        [
          "\(counter.counter ?? "–")", "\(counter.device)", "\(counter.events)",
          "\(ReportText.minute(counter.first))", "\(ReportText.minute(counter.last))",
        ]
      })
    let did = Disposition.allCases.compactMap { disposition in
      report.dispositions[disposition.rawValue].map { "\($0) \(disposition.rawValue)" }
    }
    return .section(
      "counting", "Who counted",
      [who, "<p class=\"note\">Events: \(did.joined(separator: ", ")).</p>\n"])
  }

  /// The rules that it was made by, and what it can be checked against.
  var footer: HTML {
    let head = report.stocktake
    return """
      <footer>
      <dl>
      <dt>counted</dt><dd>\(head.scope.joined(separator: ", "))</dd>
      <dt>coverage</dt><dd>\(head.policy.coverage.rawValue)</dd>
      <dt>assigned assets</dt><dd>\(ReportText.assigned(head))</dd>
      <dt>log entries</dt><dd>\(head.checkpoint)</dd>
      <dt>report hash</dt><dd class="hash">\(report.hash)</dd>
      </dl>
      </footer>

      """
  }
}
