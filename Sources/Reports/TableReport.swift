import Diagnostics
import Inventory
import Ledger

/// The report for a person at a terminal: the figures, the places, and what needs attention.
struct TableReport {
  private let report: StocktakeReport
  private let colours: Bool

  init(_ report: StocktakeReport, colours: Bool) {
    (self.report, self.colours) = (report, colours)
  }

  var text: String {
    let sections = [heading, figures, progress, attention, unknown, ambiguous, endedLabels, footer]
    return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }
      .joined(separator: "\n")
  }

  private var heading: [String] {
    let head = report.stocktake
    let title = "Stocktake \(head.number) \(SafeText.quoted(head.name))"
    let closed = head.closedAt.map {
      ", closed \(ReportText.minute($0)) by \(safe(head.closedBy ?? "?"))"
    }
    return [
      strong(title)
        + (closed == nil ? " — provisional, it is \(head.state.rawValue)" : ""),
      "opened \(ReportText.minute(head.openedAt)) by \(safe(head.openedBy))\(closed ?? "")",
      "counted: \(head.scope.map { safe($0) }.joined(separator: ", ")); "
        + "coverage \(head.policy.coverage.rawValue); assigned assets are \(ReportText.assigned(head))",
    ]
  }

  private var figures: [String] {
    let summary = report.summary
    let expected = Outcome.ofExpected.map { count($0, always: true) }.compactMap { $0 }
    let others = Outcome.ofOthers.compactMap { count($0, always: false) }
    var lines = ["\(summary.expected) expected: " + expected.joined(separator: ", ")]
    if !others.isEmpty { lines.append("others seen: " + others.joined(separator: ", ")) }
    lines.append(
      "location accuracy \(ReportText.percent(summary.locationAccuracy)), existence accuracy "
        + "\(ReportText.percent(summary.existenceAccuracy)) of what was counted")
    return lines
  }

  private func count(_ outcome: Outcome, always: Bool) -> String? {
    let count = report.summary.outcomes[outcome.rawValue] ?? 0
    guard always || count > 0 else { return nil }
    let text = "\(count) \(outcome.rawValue)"
    return colours && count > 0 ? outcome.colour?.paint(text) ?? text : text
  }

  private var progress: [String] {
    let places = report.placesInUse
    guard !places.isEmpty else { return [] }
    let table = TextTable(
      header: [
        "location", "done", "expected", "found", "misplaced", "missing", "not counted", "strangers",
      ],
      rightAligned: Set(2...7), usesColour: colours)
    return table.lines(
      places.map { place in
        [
          TextTable.Cell(place.location),
          TextTable.Cell(place.covered ? "yes" : "no", place.covered ? .good : .warning),
        ]
          + [
            place.expected, place.outcomes["found"] ?? 0, place.outcomes["misplaced"] ?? 0,
            place.outcomes["missing"] ?? 0, place.outcomes["not-counted"] ?? 0, place.strangers,
          ].map { TextTable.Cell($0 == 0 ? "·" : "\($0)") }
      })
  }

  private var attention: [String] {
    let lines = report.attention
    guard !lines.isEmpty else { return ["Everything that was expected was found as booked."] }
    let table = TextTable(
      header: ["outcome", "asset", "name", "booked in", "seen in", "flags"], usesColour: colours)
    return table.lines(lines.map(row))
  }

  private func row(_ line: StocktakeReport.Line) -> [TextTable.Cell] {
    [
      TextTable.Cell(line.outcome.rawValue, line.outcome.colour), TextTable.Cell(line.asset),
      TextTable.Cell(line.name), TextTable.Cell(line.bookLocation ?? "–"),
      TextTable.Cell(line.seenAt ?? "–"),
      TextTable.Cell(
        line.flags.map(\.rawValue).joined(separator: " "),
        line.flags.contains(where: \.blocksPosting) ? .bad : .warning),
    ]
  }

  private var unknown: [String] {
    guard !report.unknown.isEmpty else { return [] }
    let table = TextTable(header: ["unknown code", "class", "seen in"], usesColour: colours)
    return table.lines(
      report.unknown.map { unknown in
        [
          TextTable.Cell(unknown.code), TextTable.Cell(unknown.kind.rawValue, .warning),
          TextTable.Cell(unknown.places.joined(separator: ", ")),
        ]
      })
  }

  private var ambiguous: [String] {
    guard !report.ambiguous.isEmpty else { return [] }
    let table = TextTable(header: ["ambiguous code", "leads to"], usesColour: colours)
    return table.lines(
      report.ambiguous.map {
        [TextTable.Cell($0.code), TextTable.Cell($0.candidates.joined(separator: ", "))]
      })
  }

  private var endedLabels: [String] {
    guard let labels = report.endedLabels else { return [] }
    let table = TextTable(header: ["ended label", "state", "reason"], usesColour: colours)
    return table.lines(
      labels.map {
        [
          TextTable.Cell($0.code), TextTable.Cell($0.state.rawValue, .warning),
          TextTable.Cell($0.reason ?? "–"),
        ]
      })
  }

  private var footer: [String] {
    [
      "\(report.asBooked.count) found as booked are not listed; --format csv lists every line.",
      "report \(report.hash) on \(report.stocktake.checkpoint) log entries",
    ]
  }

  private func strong(_ text: String) -> String { colours ? Colour.strong.paint(text) : text }

  private func safe(_ text: String) -> String { SafeText.terminal(text) }
}

extension Outcome {
  /// The colour of the outcome on a terminal.
  package var colour: Colour? {
    switch self {
    case .found, .movedIn: .good
    case .missing: .bad
    case .excused, .newInStocktake: .faint
    default: .warning
    }
  }
}
