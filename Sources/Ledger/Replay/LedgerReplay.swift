import Diagnostics
import Foundation
package import Storage

/// Plays the entries of a log into a ledger that has none of them: log, tree and books follow.
///
/// The pictures that are evidence and the reports of closed stocktakes are not in the log, which
/// keeps their hashes: whoever replays brings them from elsewhere.
package final class LedgerReplay {
  private let connection: Connection
  private let writer: EntryWriter
  private let memory = BooksMemory()
  private let decoder = JSONDecoder()
  private var principal: (text: String, value: Principal)?

  /// - Parameter connection: in a transaction that writes.
  package init(into connection: Connection) throws {
    self.connection = connection
    writer = try EntryWriter(connection)
  }

  /// Takes the next entry.
  ///
  /// - Throws: `LedgerFault` `replay.entry` where the entry isn't the next one or can't have been
  ///   written by this program; then the transaction is to be undone.
  package func take(_ entry: LoggedEntry) throws {
    do {
      try play(entry)
    } catch let fault as StorageFault where Self.isAboutTheDisk(fault) {
      throw fault
    } catch let fault as any Fault {
      throw Self.unplayable(entry, fault.message)
    } catch is DecodingError {
      throw Self.unplayable(entry, "its payload is not of the form that its kind has.")
    }
  }

  private static func unplayable(_ entry: LoggedEntry, _ reason: String) -> LedgerFault {
    LedgerFault(
      code: "replay.entry", message: "Entry \(entry.seq) can't be played again: \(reason)")
  }

  /// Keeps the tree over all entries; to be called once, at the end of the transaction.
  package func keep() throws { try writer.keep() }

  private func play(_ entry: LoggedEntry) throws {
    guard entry.seq == writer.nextSeq else {
      throw LedgerFault(
        code: "replay.entry", message: "The next entry would be \(writer.nextSeq).")
    }
    guard let kind = EntryKind(rawValue: entry.kind) else {
      throw LedgerFault(
        code: "replay.entry",
        message:
          "This program knows no entries “\(SafeText.terminal(entry.kind))”; use a newer one.")
    }
    let event = try decoder.decode(kind.event, from: Data(entry.payload.utf8))
    _ = try writer.append(
      kind: entry.kind, principal: Array(entry.principal.utf8), recordedAt: entry.recordedAt
    ) { $0.append(entry.payload.utf8) }
    memory.prepare(for: kind)
    try event.apply(
      to: Books(
        connection: connection, seq: entry.seq, at: entry.recordedAt,
        principal: try principal(entry.principal), memory: memory))
  }

  private func principal(_ text: String) throws -> Principal {
    if let principal, principal.text == text { return principal.value }
    let value = try decoder.decode(Principal.self, from: Data(text.utf8))
    principal = (text, value)
    return value
  }

  /// Which says nothing about the entry.
  private static func isAboutTheDisk(_ fault: StorageFault) -> Bool {
    ["ledger.full", "ledger.busy", "ledger.unreadable"].contains(fault.code)
  }
}
