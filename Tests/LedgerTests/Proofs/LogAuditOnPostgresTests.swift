import Storage
import TestSupport
import Testing

@testable import Ledger

/// Whoever owns the tables can take the triggers away; what is changed then is found all the same.
@Suite(.enabled(if: PostgresServer.shared != nil, PostgresServer.absence))
struct LogAuditOnPostgresTests {
  /// 193 entries: three full tiles, and one hash over.
  private func unguardedLedger() throws -> (TestLedger, Database) {
    let ledger = try Engine.$current.withValue(.postgres) { try TestLedger() }
    let drafts = (1...96).map { AssetDraft(tag: "A-\($0)", location: "HQ-\($0)") }
    _ = try ledger.store.importAssets(drafts, createLocations: true, by: TestLedger.ann)
    try ledger.store.set(.urlPrefix, to: "https://t.example/", by: TestLedger.ann)
    let database = try ledger.database()
    try database.write { connection in
      try connection.execute("DROP TRIGGER entries_refuse_change ON entries")
      try connection.execute("DROP TRIGGER log_tiles_refuse_change ON log_tiles")
    }
    return (ledger, database)
  }

  /// Changes something in a log of its own, and tells what is found.
  private func finding(after change: SQLQuery) throws -> LogFinding? {
    let (ledger, database) = try unguardedLedger()
    #expect(try ledger.store.audit().isIntact)
    #expect(try database.write { try $0.changes(change) } == 1)
    return try ledger.store.audit().finding
  }

  @Test(
    arguments: [
      "UPDATE entries SET recorded_at = recorded_at + 1 WHERE seq = 77",
      "UPDATE entries SET kind = kind || 'x' WHERE seq = 77",
      "UPDATE entries SET principal = REPLACE(principal, 'ann', 'bob') WHERE seq = 77",
      "UPDATE entries SET payload = REPLACE(payload, 'H', 'h') WHERE seq = 77",
      "UPDATE log_tiles SET hashes = SET_BYTE(hashes, 12 * 32, 255 - GET_BYTE(hashes, 12 * 32))"
        + " WHERE level = 0 AND position = 1",
    ].map { SQLQuery(stringLiteral: $0) })
  func `a changed entry, or its hash, is found`(_ change: SQLQuery) throws {
    #expect(try finding(after: change) == .changed(77))
  }

  @Test func `an entry that was taken away or slipped in is found`() throws {
    #expect(try finding(after: "DELETE FROM entries WHERE seq = 193") != nil)
    let slipped = try finding(
      after: """
        INSERT INTO entries (seq, recorded_at, kind, principal, payload)
        SELECT 194, recorded_at, kind, principal, payload FROM entries WHERE seq = 1
        """)
    #expect(slipped == .surplus(194, size: 193))
  }
}
