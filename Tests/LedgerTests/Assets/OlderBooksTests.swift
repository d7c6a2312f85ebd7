import Inventory
import Ledger
import Storage
import TestSupport
import Testing

/// Books that an older program wrote get what this one keeps beside them, from their log.
struct OlderBooksTests {
  /// The tables that came with custody, row by row.
  private static func rows(_ path: String) throws -> [String] {
    try Database(file: path, .existing).read { connection in
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

  @Test(.enabled(if: Program.tool("python3") != nil, "python3 is not installed"))
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
    let before = try Self.rows(ledger.path)
    #expect(before.contains("A-1|IT Dept|5|0"))
    try OlderFormTests.bringBackToFormOne(ledger.path)
    let store = try ledger.reopened()
    #expect(try Self.rows(ledger.path) == before)
    #expect(try store.story(of: store.asset(named: "A-1")).lines.count == 5)
  }

  @Test(.enabled(if: Program.tool("python3") != nil, "python3 is not installed"))
  func `entries that older programs wrote are read and told`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", name: "Laptop", category: "IT", location: "HQ/1"))
    try OlderFormTests.bringBackToFormOne(ledger.path)
    // The one thing that this program doesn't write any more: a move that changes the status.
    let script = #"""
      import json, sqlite3, sys
      ledger = sqlite3.connect(sys.argv[1])
      asset, = ledger.execute("SELECT id FROM assets").fetchone()
      key = json.loads(ledger.execute(
          "SELECT payload FROM entries WHERE kind = 'asset.created'").fetchone()[0])["id"]
      ledger.execute("INSERT INTO entries VALUES (4, 1795255200000, 'asset.moved', ?, ?)", (
          '{"name":"bob"}', '{"id":"%s","location":"HQ","status":"lost"}' % key))
      ledger.execute("UPDATE assets SET status = 'lost', location_id = "
                     "(SELECT id FROM locations WHERE code = 'HQ')")
      ledger.execute("INSERT INTO asset_history SELECT ?, 4, 1795255200000, id, 'lost' "
                     "FROM locations WHERE code = 'HQ'", (asset,))
      ledger.commit()
      """#
    let python = try #require(Program.tool("python3"))
    let result = try python.run(["-c", script, ledger.path])
    try #require(result.status == 0, "\(result.errors)")
    let store = try ledger.reopened()
    let asset = try store.asset(named: "A-1")
    #expect((asset.status, asset.location, asset.version) == (.lost, "HQ", 2))
    #expect(
      try store.story(of: asset).lines.map(\.text) == [
        "made it, in stock, in HQ/1",
        "moved it from HQ/1 to HQ and changed its status from in_stock to lost",
      ])
    #expect(try store.audit().isIntact)
  }
}
