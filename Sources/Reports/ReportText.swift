import Inventory
import Ledger

/// Figures and times as people read them, the same in every format.
enum ReportText {
  /// `95.0 %`, or a dash where there is nothing to divide by.
  static func percent(_ ratio: Double?) -> String {
    guard let ratio else { return "–" }
    let tenths = Int((ratio * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10) %"
  }

  /// `2026-11-21 10:00 UTC`, of a time in RFC 3339.
  static func minute(_ time: String) -> String {
    time.prefix(16).replacing("T", with: " ") + " UTC"
  }

  /// Whether assigned assets are expected.
  static func assigned(_ header: StocktakeReport.Header) -> String {
    header.policy.leavesOutAssigned ? "left out" : "expected"
  }
}
