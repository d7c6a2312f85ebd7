import Inventory
import Ledger
import TestSupport
import Testing

/// A ledger of the first form, which knew no crops.
struct OlderFormTests {
  @Test(.enabled(if: Program.tool("python3") != nil, "python3 is not installed"))
  func `a ledger of the first form is brought up to date and says the same`() throws {
    let ledger = try TestLedger()
    let (autumn, winter) = try Self.fill(ledger)
    let before = try Self.answers(of: ledger.store, autumn, winter)
    let entries = try ledger.entries()
    try Self.bringBackToFormOne(ledger.path)

    let store = try ledger.reopened()
    #expect(try Self.answers(of: store, autumn, winter) == before)
    #expect(try ledger.entries() == entries)
    let receipts = try store.record(
      [ledger.scan("e9", "A-2", at: "HQ/1")], into: winter, numbering: .byDevice,
      by: TestLedger.ann)
    #expect(receipts == [.stored])
    #expect(try store.report(on: winter).summary.events == 3)
    let again = [ledger.scan("e3", "A-2", at: "HQ/1", seq: 3), ledger.scan("e4", "HQ/1", seq: 4)]
    let known = try store.record(again, into: winter, numbering: .byDevice, by: TestLedger.ann)
    #expect(known == [.duplicate, .duplicate], "also a location's label")
    #expect(try store.auditWithBooks().finding == nil)
    #expect(try store.report(on: autumn).hash == before.hashes[0], "closed: the same for ever")
    #expect(try store.searchAssets("a-").assets.map(\.tag) == ["A-1", "A-2"])
  }

  @Test(.enabled(if: Program.tool("python3") != nil, "python3 is not installed"))
  func `locations that differ in case only are kept and told, and no more are made`() throws {
    let ledger = try TestLedger()
    try ledger.take(AssetDraft(tag: "A-1", location: "HQ/1"))
    try Self.bringBackToFormOne(ledger.path)
    // As an older program could make them.
    let script = """
      import sqlite3, sys
      ledger = sqlite3.connect(sys.argv[1], isolation_level=None)
      for number, code in enumerate(("hq", "Hq", "STORE"), 3):
          ledger.execute("INSERT INTO locations VALUES (?, ?, ?, ?, 'room', NULL)",
                         (bytes([number] * 16), number, code, code))
      """
    let python = try #require(Program.tool("python3"))
    try #require(try python.run(["-c", script, ledger.path]).status == 0)

    let store = try ledger.reopened()
    #expect(try store.locations().map(\.code) == ["HQ", "HQ/1", "Hq", "STORE", "hq"])
    #expect(try store.locationDoubles() == ["Hq", "hq"])
    #expect(
      try fault { _ = try store.addLocation(LocationDraft(code: "hQ"), by: TestLedger.ann) }?.code
        == "location.exists")
    try store.editLocation("hq", LocationChange(name: "Old hall"), by: TestLedger.ann)
  }

  @Test(.enabled(if: Program.tool("python3") != nil, "python3 is not installed"))
  func `a log that was never hashed is hashed as if it had been from the beginning`() throws {
    let ledger = try TestLedger()
    try ledger.store.set(.urlPrefix, to: "https://t.example/", by: TestLedger.ann)
    let drafts = (1...150).map { AssetDraft(tag: "Ä-\($0)", location: "HQ/\($0)") }
    _ = try ledger.store.importAssets(drafts, createLocations: true, by: TestLedger.ann)
    let before = try ledger.store.audit()
    try Self.bringBackToFormOne(ledger.path)

    let store = try ledger.reopened()
    #expect(try store.audit() == before)
    try ledger.take(AssetDraft(tag: "new"))
    let after = try store.audit()
    #expect(after.isIntact)
    #expect(after.entries == before.entries + 1)
  }

  private static func fill(_ ledger: TestLedger) throws -> (closed: Stocktake, open: Stocktake) {
    try ledger.take(
      AssetDraft(tag: "A-1", location: "HQ/1", codes: [AssetCode("OLD-1")]),
      AssetDraft(tag: "A-2", location: "HQ/2"))
    let autumn = try ledger.open("Autumn")
    try ledger.record(
      [ledger.scan("e1", "A-1", at: "HQ/1"), ledger.scan("e2", "X", at: "HQ/2", seq: 2)],
      into: autumn)
    _ = try ledger.store.closeStocktake(autumn, by: TestLedger.ann)
    let winter = try ledger.open("Winter")
    try ledger.record(
      [ledger.scan("e3", "A-2", at: "HQ/1", seq: 3), ledger.scan("e4", "HQ/1", seq: 4)],
      into: winter)
    return (autumn, winter)
  }

  private struct Answers: Equatable {
    let hashes: [String]
    let counts: [Int]
    let lookups: [Lookup]
  }

  private static func answers(
    of store: LedgerStore, _ stocktakes: Stocktake...
  ) throws -> Answers {
    let info = try store.info()
    return Answers(
      hashes: try stocktakes.map { try store.report(on: $0).hash },
      counts: [info.entries, info.assets, info.locations, info.stocktakes, info.scanEvents],
      lookups: try store.lookups(["A-1", "OLD-1", "A-2", "X", "HQ/1"]))
  }

  /// Takes away what later forms added, as another program does it.
  static func bringBackToFormOne(_ path: String) throws {
    let script = #"""
      import sqlite3, sys
      ledger = sqlite3.connect(sys.argv[1], isolation_level=None)
      for name, in ledger.execute(
          "SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE 'scan_events_by%'"
      ).fetchall():
          if name not in ("scan_events_by_stocktake", "scan_events_by_device",
                          "scan_events_by_image", "scan_events_by_void"):
              ledger.execute(f"DROP INDEX {name}")
      for table in ("asset_words_index_mark", "asset_words_index", "asset_words", "label_steps", "stock_changes",
                    "stock_lines", "parts"):
          ledger.execute(f"DROP TABLE {table}")
      for index in ("code_key", "sibling_key", "parent"):
          ledger.execute(f"DROP INDEX locations_by_{index}")
      ledger.execute("DROP TRIGGER locations_refuse_cycle")
      for column in ("code_key", "sibling_key", "is_active"):
          ledger.execute(f"ALTER TABLE locations DROP COLUMN {column}")
      for table in ("log_predecessors", "crops", "issued_labels", "log_tiles", "log_head", "log_key", "edit_conflicts",
                    "asset_edits", "field_stamps", "asset_fields", "custom_fields", "categories",
                    "asset_changes"):
          ledger.execute(f"DROP TABLE {table}")
      columns = """client_event_id, stocktake_id, seq, digest, device_id, device_seq, occurred_at,
        recorded_at, round, counter, kind, code, symbology, location_id, quantity, void_target,
        image, polygon, quality, weak"""
      ledger.executescript(f"""
      CREATE TABLE old_events (
        client_event_id TEXT NOT NULL PRIMARY KEY,
        stocktake_id BLOB NOT NULL REFERENCES stocktakes (id),
        seq BIGINT NOT NULL UNIQUE REFERENCES entries (seq), digest BLOB NOT NULL,
        device_id TEXT NOT NULL, device_seq BIGINT NOT NULL, occurred_at BIGINT NOT NULL,
        recorded_at BIGINT NOT NULL, round BIGINT NOT NULL, counter TEXT, kind TEXT NOT NULL,
        code TEXT, symbology TEXT, location_id BLOB REFERENCES locations (id), quantity TEXT,
        void_target TEXT, image TEXT, polygon TEXT, quality BIGINT, weak BIGINT);
      INSERT INTO old_events SELECT {columns} FROM scan_events;
      -- Programs of that form compared the label as it was delivered, which the log doesn't keep.
      UPDATE old_events SET digest = x'00' WHERE kind = 'location';
      DROP TABLE scan_events;
      ALTER TABLE old_events RENAME TO scan_events;
      CREATE INDEX scan_events_by_stocktake ON scan_events (stocktake_id, seq);
      CREATE INDEX scan_events_by_device ON scan_events (device_id, device_seq);
      CREATE INDEX scan_events_by_image ON scan_events (image);
      CREATE INDEX scan_events_by_void ON scan_events (void_target);
      """)
      ledger.executescript("""
      CREATE TABLE old_assets (
        id BLOB NOT NULL PRIMARY KEY, number BIGINT NOT NULL UNIQUE, tag TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL, category TEXT NOT NULL, make TEXT NOT NULL, model TEXT NOT NULL,
        serial TEXT NOT NULL, status TEXT NOT NULL, location_id BLOB REFERENCES locations (id),
        custodian TEXT NOT NULL);
      INSERT INTO old_assets SELECT id, number, tag, name, category, make, model, serial, status,
        location_id, custodian FROM assets;
      CREATE TABLE old_codes (
        code_key TEXT NOT NULL, kind TEXT NOT NULL,
        asset_id BLOB NOT NULL REFERENCES old_assets (id), code TEXT NOT NULL,
        seq BIGINT NOT NULL REFERENCES entries (seq), PRIMARY KEY (code_key, kind, asset_id));
      INSERT INTO old_codes SELECT code_key, kind, id, code, seq
        FROM asset_codes JOIN assets ON number = asset_number;
      CREATE TABLE old_history (
        asset_id BLOB NOT NULL REFERENCES old_assets (id),
        seq BIGINT NOT NULL REFERENCES entries (seq), at BIGINT NOT NULL,
        location_id BLOB REFERENCES locations (id), status TEXT NOT NULL,
        PRIMARY KEY (asset_id, seq));
      INSERT INTO old_history SELECT id, seq, at, h.location_id, h.status
        FROM asset_history h JOIN assets ON number = asset_number;
      DROP TABLE asset_codes; DROP TABLE asset_history; DROP TABLE assets;
      ALTER TABLE old_assets RENAME TO assets;
      ALTER TABLE old_codes RENAME TO asset_codes;
      ALTER TABLE old_history RENAME TO asset_history;
      CREATE INDEX assets_by_location ON assets (location_id);
      CREATE INDEX asset_codes_by_asset ON asset_codes (asset_id);
      CREATE INDEX asset_history_by_seq ON asset_history (seq);
      """)
      ledger.execute("DELETE FROM ledger_migrations WHERE number > 1")
      """#
    let python = try #require(Program.tool("python3"))
    let result = try python.run(["-c", script, path])
    try #require(result.status == 0, "\(result.errors)")
  }
}
