import Foundation
import Storage

/// A ledger in a temporary file, into which a log is played; gone with this object.
final class ReplayedLedger {
  private let folder: URL
  private let database: Database

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tally-replay-\(ObjectID.make(at: LedgerStore.systemClock()))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    do {
      database = try Database(
        at: .file(folder.appendingPathComponent("ledger.sqlite").path), .createIfMissing)
      try database.migrate(LedgerSchema.migrations, now: 0)
    } catch {
      try? FileManager.default.removeItem(at: folder)
      throw error
    }
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// So many entries are played in one transaction, so that its log doesn't grow without end.
  private static let group = 20_000

  /// Plays the whole log of a ledger.
  func play(_ ledger: Connection) throws {
    var entries: [LoggedEntry] = []
    try ledger.forEach(StoredEntry.all) { row in
      entries.append(try LoggedEntry(row))
      if entries.count == Self.group { try play(&entries) }
    }
    try play(&entries)
  }

  private func play(_ entries: inout [LoggedEntry]) throws {
    try database.write { connection in
      let replay = try LedgerReplay(into: connection)
      for entry in entries { try replay.take(entry) }
      try replay.keep()
    }
    entries.removeAll(keepingCapacity: true)
  }

  func read<Value>(_ body: (Connection) throws -> Value) throws -> Value {
    try database.read(body)
  }
}
