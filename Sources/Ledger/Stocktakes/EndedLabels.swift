import Inventory
import Storage

extension StocktakeReport {
  /// A label that nobody should have come across, and that was scanned all the same.
  package struct EndedLabel: Sendable, Equatable, Codable {
    /// As it was read.
    package let code: String
    package let state: LabelState
    package let reason: String?
    /// The scans, by their ids.
    package let events: [String]
  }
}

extension Connection {
  /// The labels whose life has ended among those that were scanned, by code; nil for none.
  func endedLabels(in facts: StocktakeFacts) throws -> [StocktakeReport.EndedLabel]? {
    let keys = try LabelStepTable(connection: self).endedKeys()
    guard !keys.isEmpty else { return nil }
    var events: [String: [String]] = [:]
    for event in facts.events {
      guard let scan = event.scan else { continue }
      let code = ScannedCode(scan.code, rules: facts.codes)
      guard code.keys(.physical).contains(where: { keys.contains($0.composed) }) else { continue }
      events[code.canonical, default: []].append(event.clientEventID)
    }
    let ended = try events.keys.sortedByBytes().compactMap { code -> StocktakeReport.EndedLabel? in
      let label = try issuedLabel(of: ScannedCode(code, rules: facts.codes))
      guard let label, label.state.isEnded else { return nil }
      return StocktakeReport.EndedLabel(
        code: code, state: label.state, reason: label.reason,
        events: (events[code] ?? []).sortedByBytes())
    }
    return ended.isEmpty ? nil : ended
  }
}
