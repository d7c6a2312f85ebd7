import Inventory
import Ledger

extension HTMLReport {
  /// What it comes to, in large figures.
  var figures: HTML {
    let summary = report.summary
    let outcomes = (Outcome.ofExpected + Outcome.ofOthers).compactMap { outcome -> HTML? in
      let count = summary.outcomes[outcome.rawValue] ?? 0
      let isUsual = [.found, .misplaced, .missing, .notCounted].contains(outcome)
      return isUsual || count > 0 ? tile(count, outcome.words, kind: outcome.rawValue) : nil
    }
    let codes = [(summary.unknown, "unknown codes"), (summary.ambiguous, "ambiguous codes")]
      .filter { $0.0 > 0 }.map { tile($0.0, $0.1, kind: "codes") }
    return """
      <section id="summary" aria-label="Summary">
      <ul class="tiles">
      \(tile(summary.expected, "expected", kind: "expected"))\(outcomes)\(codes)</ul>
      <div class="meters">
      \(meter("Location accuracy", summary.locationAccuracy, "found where the books have it"))\
      \(meter("Existence accuracy", summary.existenceAccuracy, "found, wherever it stands"))</div>
      <p class="note">Both of what was counted: expected without excused and not counted.</p>
      </section>

      """
  }

  private func tile(_ count: Int, _ words: String, kind: String) -> HTML {
    "<li class=\"tile \(kind)\(count == 0 ? " none" : "")\"><b>\(count)</b> \(words)</li>\n"
  }

  private func meter(_ name: String, _ ratio: Double?, _ meaning: String) -> HTML {
    let part = Int(((ratio ?? 0) * 1000).rounded())
    return """
      <div class="meter"><p><b>\(ReportText.percent(ratio))</b> \(name)</p>
      <svg class="bar" viewBox="0 0 1000 1" preserveAspectRatio="none" aria-hidden="true">\
      <rect class="rest" width="1000" height="1"/>\
      <rect class="found" width="\(part)" height="1"/></svg>
      <p class="note">\(meaning)</p></div>

      """
  }
}
