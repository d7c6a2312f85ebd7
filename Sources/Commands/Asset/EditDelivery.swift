import ArgumentParser
import Diagnostics
import Foundation
import Ledger

/// Takes the edits of devices from a file, an object a line.
struct EditDelivery {
  let store: LedgerStore

  /// What became of them.
  private struct Summary: Encodable {
    var stored = 0
    var duplicates = 0
    var refused = 0
  }

  /// Edits of one transaction.
  private static let batch = 500

  func deliver(_ file: String, _ command: AssetEdit) throws {
    guard command.fields.isEmpty, command.note == nil else {
      throw ValidationError("--file brings all that is to change; leave the other options out.")
    }
    var (summary, waiting) = (Summary(), [(line: Int, edit: DeliveredEdit)]())
    for (index, line) in try TextLines(file).enumerated() where !line.isEmpty {
      do {
        let edit = try JSONDecoder().decode(DeliveredEdit.self, from: Data(line.utf8))
        waiting.append((index + 1, edit))
      } catch {
        complain(index + 1, "is no edit: \(Self.words(error))", &summary)
      }
      if waiting.count == Self.batch { try take(&waiting, command, &summary) }
    }
    try take(&waiting, command, &summary)
    try command.output.say(
      ["\(summary.stored) taken, \(summary.duplicates) known, \(summary.refused) refused"], summary)
    if summary.refused > 0 { throw ExitStatus.doneWithNo.code }
  }

  private func take(
    _ waiting: inout [(line: Int, edit: DeliveredEdit)], _ command: AssetEdit,
    _ summary: inout Summary
  ) throws {
    let receipts = try store.edit(waiting.map(\.edit), by: command.ledger.principal)
    for (receipt, (line, edit)) in zip(receipts, waiting) {
      switch receipt {
      case .stored: summary.stored += 1
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
