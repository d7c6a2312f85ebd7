import Diagnostics
import Inventory
import Ledger

/// The report as GitHub Flavored Markdown: for an issue, a wiki or a mail.
struct MarkdownReport {
  private let report: StocktakeReport

  init(_ report: StocktakeReport) { self.report = report }

  var text: String {
    [
      heading, figures, progress, attention, unknown, ambiguous, endedLabels, asBooked, counters,
      footer,
    ]
    .filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private var heading: String {
    let head = report.stocktake
    let closed = head.closedAt.map {
      "closed \(ReportText.minute($0)) by \(safe(head.closedBy ?? "?"))"
    }
    return """
      # Stocktake \(head.number) “\(safe(head.name))”

      opened \(ReportText.minute(head.openedAt)) by \(safe(head.openedBy)), \
      \(closed ?? "**provisional: it is \(head.state.rawValue)**")

      """
  }

  private var figures: String {
    let summary = report.summary
    let counts = (Outcome.ofExpected + Outcome.ofOthers).compactMap { outcome -> [String]? in
      let count = summary.outcomes[outcome.rawValue] ?? 0
      guard Outcome.ofExpected.contains(outcome) || count > 0 else { return nil }
      return [outcome.rawValue, "\(count)"]
    }
    return table(
      ["figure", "count"],
      [["expected", "\(summary.expected)"]] + counts + [
        ["unknown codes", "\(summary.unknown)"],
        ["location accuracy", ReportText.percent(summary.locationAccuracy)],
        ["existence accuracy", ReportText.percent(summary.existenceAccuracy)],
      ])
  }

  private var progress: String {
    let outcomes = Outcome.ofExpected.map(\.rawValue)
    return section(
      "Progress by location", ["location", "done", "expected"] + outcomes + ["strangers"],
      report.placesInUse.map { place in
        [place.location, place.covered ? "yes" : "no", "\(place.expected)"]
          + outcomes.map { "\(place.outcomes[$0] ?? 0)" } + ["\(place.strangers)"]
      })
  }

  private var attention: String {
    section(
      "Needs attention", ["outcome", "asset", "name", "booked in", "seen in", "flags"],
      report.attention.map { line in
        [
          line.outcome.rawValue, line.asset, line.name, line.bookLocation ?? "–",
          line.seenAt ?? "–", line.flags.map(\.rawValue).joined(separator: " "),
        ]
      })
  }

  private var unknown: String {
    section(
      "Unknown codes", ["code", "class", "seen in"],
      report.unknown.map { [$0.code, $0.kind.rawValue, $0.places.joined(separator: ", ")] })
  }

  private var ambiguous: String {
    section(
      "Ambiguous codes", ["code", "leads to"],
      report.ambiguous.map { [$0.code, $0.candidates.joined(separator: ", ")] })
  }

  private var endedLabels: String {
    section(
      "Labels that were voided, retired or replaced", ["code", "state", "reason"],
      (report.endedLabels ?? []).map { [$0.code, $0.state.rawValue, $0.reason ?? "–"] })
  }

  private var asBooked: String {
    section(
      "Found as booked", ["asset", "name", "location"],
      report.asBooked.map { [$0.asset, $0.name, $0.bookLocation ?? "–"] })
  }

  private var counters: String {
    section(
      "Who counted", ["who", "device", "events", "first", "last"],
      report.counters.map { counter in
        [
          counter.counter ?? "–", counter.device, "\(counter.events)",
          ReportText.minute(counter.first), ReportText.minute(counter.last),
        ]
      })
  }

  private var footer: String {
    let head = report.stocktake
    return """
      Counted: \(head.scope.map(safe).joined(separator: ", ")); coverage \
      \(head.policy.coverage.rawValue); assigned assets are \(ReportText.assigned(head)). \
      Report `\(report.hash)` on \(head.checkpoint) log entries.

      """
  }

  private func section(_ title: String, _ header: [String], _ rows: [[String]]) -> String {
    rows.isEmpty ? "" : "## \(title)\n\n" + table(header, rows)
  }

  private func table(_ header: [String], _ rows: [[String]]) -> String {
    let rule = header.map { _ in "---" }
    return ([header, rule] + rows.map { $0.map(safe) })
      .map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  private func safe(_ text: String) -> String { SafeText.markdown(text) }
}
