import Inventory
import Storage
import TestSupport
import Testing

@testable import Ledger

/// Books that an older program wrote get what this one keeps beside them, from their log.
@Suite(.onEachEngine) struct OlderBooksTests {
  /// The tables that came with custody, row by row.
  private static func rows(_ database: Database) throws -> [String] {
    try database.read { connection in
      try [
        "SELECT tag || '|' || category || '|' || version || '|' || has_fields FROM assets ORDER BY tag",
        "SELECT name_key || '|' || name || '|' || seq FROM categories ORDER BY name_key",
        "SELECT asset_number || '|' || seq FROM asset_changes ORDER BY seq, asset_number",
        """
        SELECT asset_number || '|' || field || '|' || occurred_at || '|' || device_id || '|' || device_seq
          || '|' || seq FROM field_stamps ORDER BY asset_number, field
        """,
      ].flatMap { (query: SQLQuery) in try connection.all(query) { try $0.text(0) } }
    }
  }

  @Test
  func `what the log says of edits, moves and categories is there after the migration`() throws {
    let ledger = try TestLedger()
    try ledger.take(
      AssetDraft(tag: "A-1", name: "Laptop", category: "IT Dept", location: "HQ/1"),
      AssetDraft(tag: "A-2", category: "it dept", custodian: "Ann"), AssetDraft(tag: "A-3"))
    for draft in [
      AssetDraft(tag: "A-1", name: "Notebook"), AssetDraft(tag: "A-1", make: "Acme"),
      AssetDraft(tag: "A-1", name: "Laptop", location: "HQ"), AssetDraft(tag: "A-2", custodian: ""),
      AssetDraft(tag: "A-2", codes: [AssetCode("OLD-1")]),
      AssetDraft(tag: "A-3", category: "Tools"),
      AssetDraft(tag: "A-3", category: "tools", location: "HQ/1"),
    ] {
      ledger.wait()
      try ledger.take(draft)
    }
    let before = try Self.rows(ledger.database())
    #expect(before.contains("A-1|IT Dept|5|0"))
    let store = try FirstForm(of: ledger).broughtUpToDate()
    #expect(try Self.rows(store.database) == before)
    #expect(try store.story(of: store.asset(named: "A-1")).lines.count == 5)
  }

  @Test
  func `entries that older programs wrote are read and told`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", name: "Laptop", category: "IT", location: "HQ/1"))
    let older = try FirstForm(of: ledger)
    try Self.moveAndLose(older)
    let store = try older.broughtUpToDate()
    let asset = try store.asset(named: "A-1")
    #expect((asset.status, asset.location, asset.version) == (.lost, "HQ", 2))
    #expect(
      try store.story(of: asset).lines.map(\.text) == [
        "made it, in stock, in HQ/1",
        "moved it from HQ/1 to HQ and changed its status from in_stock to lost",
      ])
    #expect(try store.audit().isIntact)
  }

  @Test
  func `the devices of older edits are taken from the log`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1"))
    for number in 1...3 {
      ledger.wait()
      let edit = DeliveredEdit(
        clientEventID: "e\(number)", deviceID: "d\(number % 2)", deviceSeq: number * 2,
        occurredAt: Timestamp.text(ledger.now + number * 200_000), asset: "A-1",
        set: ["name": "\(number)"])
      _ = try ledger.store.edit([edit], by: TestLedger.ann)
    }
    let before = try ledger.store.devices()
    #expect(before.map(\.clockSuspect) == [1, 1])
    let columns = ["device_id", "device_seq", "recorded_at", "clock_suspect"]
    try ledger.database().write(
      text: ["DROP INDEX asset_edits_by_device"]
        + columns.map { "ALTER TABLE asset_edits DROP COLUMN \($0)" }
        // What later steps brought, too; the checks of a choice may stay as they are.
        + ["DROP TABLE log_predecessors"]
        + (Engine.current == .sqlite ? [] : ["DROP FUNCTION log_predecessors_refuse()"])
        + ["DELETE FROM ledger_migrations WHERE number >= 11"])
    let store = try ledger.reopened()
    #expect(try store.devices() == before)
    #expect(try store.auditWithBooks().finding == nil)
  }

  /// The one thing that this program doesn't write any more: a move that changes the status.
  private static func moveAndLose(_ older: FirstForm) throws {
    let created = try #require(
      try TestLedger.entries(older.database).first { $0.kind == "asset.created" })
    let id = try CanonicalJSON.value(AssetCreation.self, created.payload).id
    let payload = #"{"id":"\#(id)","location":"HQ","status":"lost"}"#
    try older.database.write { connection in
      try connection.execute(
        """
        INSERT INTO entries (seq, recorded_at, kind, principal, payload)
        VALUES (4, 1795255200000, 'asset.moved', '{"name":"bob"}', \(payload))
        """)
      try connection.execute(
        """
        UPDATE assets SET status = 'lost',
          location_id = (SELECT id FROM locations WHERE code = 'HQ')
        """)
      try connection.execute(
        """
        INSERT INTO asset_history (asset_id, seq, at, location_id, status)
        SELECT \(id.bytes), 4, 1795255200000, id, 'lost' FROM locations WHERE code = 'HQ'
        """)
    }
  }
}
