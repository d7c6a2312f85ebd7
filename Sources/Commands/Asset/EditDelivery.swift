import Diagnostics
import Foundation
import Ledger

/// Takes the edits of devices from a file, an object a line.
struct EditDelivery {
  let store: LedgerStore
  let principal: Principal
  let output: OutputOptions

  /// What became of them.
  private struct Summary: Encodable {
    var stored = 0
    var duplicates = 0
    var refused = 0
  }

  /// Edits of one transaction.
  private static let batch = 500

  /// Takes them, says what became of them, and ends with status 1 where some were refused.
  func deliver(_ file: String) throws {
    var (summary, waiting) = (Summary(), [(line: Int, edit: DeliveredEdit)]())
    let lines = try TextLines(file)
    for (index, line) in lines.enumerated() {
      do {
        if !line.isEmpty { waiting.append((index + 1, try Self.edit(line))) }
      } catch {
        // What came before is said before.
        try take(&waiting, &summary)
        complain(index + 1, "no edit: \(Self.words(error))", &summary)
      }
      if waiting.count == Self.batch || !lines.isNextAtHand { try take(&waiting, &summary) }
    }
    try take(&waiting, &summary)
    try lines.finish()
    try output.say(
      ["\(summary.stored) taken, \(summary.duplicates) known, \(summary.refused) refused"], summary)
    if summary.refused > 0 { throw ExitStatus.doneWithNo.code }
  }

  private static func edit(_ line: String) throws -> DeliveredEdit {
    try JSONDecoder().decode(DeliveredEdit.self, from: Data(line.utf8))
  }

  private func take(
    _ waiting: inout [(line: Int, edit: DeliveredEdit)], _ summary: inout Summary
  ) throws {
    let receipts = try store.edit(waiting.map(\.edit), by: principal)
    for (receipt, (line, edit)) in zip(receipts, waiting) {
      switch receipt {
      case .stored, .storedClockSuspect: summary.stored += 1
      case .duplicate: summary.duplicates += 1
      case .refused(let fault): complain(line, fault.message, &summary)
      case .conflict:
        complain(
          line,
          "another event has the id \(quoted(edit.clientEventID)) already, and says something "
            + "else. The first one stays.", &summary)
      }
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private func complain(_ line: Int, _ message: String, _ summary: inout Summary) {
    summary.refused += 1
    Terminal.note("tally: line \(line): \(message)")
  }

  private static func words(_ error: any Error) -> String {
    switch error {
    case DecodingError.keyNotFound(let key, _): "“\(key.stringValue)” is missing."
    case DecodingError.typeMismatch(_, let context) where !context.codingPath.isEmpty:
      "“\(context.codingPath.map(\.stringValue).joined(separator: "."))” is of another type."
    default:
      "expected a JSON object with client_event_id, device_id, device_seq, occurred_at, asset, set."
    }
  }
}
