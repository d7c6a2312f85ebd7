import Inventory
import Ledger

extension HTMLReport {
  /// What a person has to look at, the most urgent first: with its proof where it was seen.
  var attention: HTML {
    let lines = report.attention
    guard !lines.isEmpty else {
      return .section(
        "attention", "Needs attention",
        ["<p>Everything that was expected was found as booked.</p>\n"])
    }
    var groups: [(outcome: Outcome, lines: [StocktakeReport.Line])] = []
    for line in lines {
      if groups.last?.outcome != line.outcome { groups.append((line.outcome, [])) }
      groups[groups.count - 1].lines.append(line)
    }
    return .section("attention", "Needs attention", groups.map { group($0.outcome, $0.lines) })
  }

  private func group(_ outcome: Outcome, _ lines: [StocktakeReport.Line]) -> HTML {
    let (seen, unseen) = (lines.filter { $0.decisive != nil }, lines.filter { $0.decisive == nil })
    let cards: HTML = seen.isEmpty ? "" : "<div class=\"cards\">\n\(seen.map(card))</div>\n"
    let words = outcome == .found ? "found, with a flag" : outcome.words
    return """
      <h3 class="\(outcome.rawValue)">\(words) <span class="count">\(lines.count)</span></h3>
      \(cards)\(unseen.isEmpty ? .nothing : table(ofUnseen: unseen))
      """
  }

  private func table(ofUnseen lines: [StocktakeReport.Line]) -> HTML {
    .table(
      ["asset", "name", "booked in", "status"],
      lines.map { line in
        [
          "\(.code(line.asset))\(flags(line.flags))", "\(line.name)",
          "\(line.bookLocation ?? "–")", "\(line.bookStatus.rawValue)",
        ]
      })
  }

  private func card(_ line: StocktakeReport.Line) -> HTML {
    """
    <article class="card \(line.outcome.rawValue)">
    \(proof(line.decisive, of: line.asset))<div>
    <h4>\(.code(line.asset)) \(line.name)</h4>
    \(flags(line.flags))<dl>
    <dt>booked in</dt><dd>\(line.bookLocation ?? "–") (\(line.bookStatus.rawValue))</dd>
    <dt>seen in</dt><dd>\(line.seenAt ?? "nobody said where")</dd>
    \(line.decisive.map(circumstances) ?? .nothing)</dl>
    </div>
    </article>

    """
  }

  private func flags(_ flags: [Flag]) -> HTML {
    guard !flags.isEmpty else { return .nothing }
    let items = flags.map { flag -> HTML in
      "<li\(flag.blocksPosting ? " class=\"blocks\"" : "" as HTML)>\(flag.rawValue)</li>"
    }
    return "<ul class=\"flags\">\(items)</ul>\n"
  }

  /// All that are found as booked, compact.
  var asBooked: HTML {
    let lines = report.asBooked
    guard !lines.isEmpty else { return .nothing }
    return .section(
      "found", "Found as booked",
      [
        .table(
          ["asset", "name", "location", "seen", "by"],
          lines.map { line in
            [
              .code(line.asset), "\(line.name)", "\(line.bookLocation ?? "–")",
              "\(line.decisive.map { ReportText.minute($0.at) } ?? "–")",
              "\(line.decisive?.counter ?? line.decisive?.device ?? "–")",
            ]
          })
      ])
  }
}
