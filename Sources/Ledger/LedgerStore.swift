import Foundation
package import Storage

/// The ledger of one tenant: the log, the books, and the stocktakes.
///
/// Public methods open a transaction each; what they return is durable. Its nouns are in the
/// folders beside this file.
package final class LedgerStore: Sendable {
  let database: Database
  private let commits: GroupCommit
  private let clock: @Sendable () -> Int

  /// Opens a ledger: a file of SQLite, or a schema of a PostgreSQL database.
  ///
  /// - Parameter clock: milliseconds since 1970.
  /// - Throws: `StorageFault`.
  package init(
    at address: LedgerAddress, _ opening: Database.Opening,
    clock: @escaping @Sendable () -> Int = LedgerStore.systemClock
  ) throws {
    database = try Database(at: address, opening)
    commits = GroupCommit(database)
    self.clock = clock
    try database.migrate(LedgerSchema.migrations, now: clock())
  }

  /// Opens a ledger: a file of SQLite.
  package convenience init(
    file path: String, _ opening: Database.Opening,
    clock: @escaping @Sendable () -> Int = LedgerStore.systemClock
  ) throws {
    try self.init(at: .file(path), opening, clock: clock)
  }

  /// Whether it is on a server, so that whoever reads may have to wait for the network.
  package var isRemote: Bool { database.isRemote }

  /// The machine's clock.
  package static let systemClock: @Sendable () -> Int = {
    Int((Date().timeIntervalSince1970 * 1000).rounded(.down))
  }

  /// Runs a step that appends entries, in one transaction; steps that wait at the same time share it.
  ///
  /// - Parameter questions: what the step will ask before it appends.
  func append<Value>(
    by principal: Principal, asking questions: @autoclosure () -> [SQLQuery] = [],
    _ step: (EntryLog) throws -> Value
  ) throws -> Value {
    try commits.write { connection in
      try connection.askAhead(
        [Connection.timeOfLastEntryQuery, LogHead.query] + questions())
      // A clock that was set back must not make later entries look earlier.
      let now = max(clock(), try connection.timeOfLastEntry())
      let log = try EntryLog(connection: connection, principal: principal, now: now)
      let value = try step(log)
      try log.keep()
      try database.dialect.catchUp(AssetWords.index, connection)
      return value
    }
  }
}
