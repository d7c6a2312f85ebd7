import Inventory
import Storage
import TestSupport
import Testing

@testable import Ledger

/// The books of assets follow from the log: played into an empty ledger it gives the same rows.
@Suite(.onEachEngine) struct AssetReplayTests {
  private static let tables = [
    "assets", "asset_codes", "asset_history", "asset_changes", "categories", "custom_fields",
    "asset_fields", "field_stamps", "asset_edits", "edit_conflicts", "tag_shapes",
  ]

  /// All columns of all rows, in an order of their own.
  private func rows(_ ledger: TestLedger) throws -> [String: [[SQLValue]]] {
    let forms = try ReplayedLedger().read { try $0.tableForms() }
    return try ledger.database().read { connection in
      var rows: [String: [[SQLValue]]] = [:]
      for form in forms where Self.tables.contains(form.name) {
        rows[form.name] = try connection.rows(of: form, after: nil, limit: 100_000)
      }
      return rows
    }
  }

  private func apply(_ entry: TestLedger.Entry, _ connection: Connection) throws {
    let kinds: [any LedgerEvent.Type] = [
      LocationCreation.self, AssetCreation.self, AssetEdit.self, AssetMove.self,
      AssetStatusChange.self, AssetAssignment.self, AssetTransfer.self, AssetReturn.self,
      AssetVerification.self, FieldDefinition.self,
    ]
    let type = try #require(kinds.first { $0.kind.rawValue == entry.kind }, "\(entry.kind)")
    try connection.execute(
      """
      INSERT INTO entries (seq, recorded_at, kind, principal, payload)
      VALUES (\(entry.seq), \(entry.recordedAt), \(entry.kind), \(entry.principal),
        \(entry.payload))
      """)
    try CanonicalJSON.value(type, entry.payload).apply(
      to: Books(
        connection: connection, seq: entry.seq, at: entry.recordedAt,
        principal: CanonicalJSON.value(Principal.self, entry.principal), memory: BooksMemory()))
  }

  @Test(arguments: 1...5)
  func `the log played into an empty ledger gives the same books`(_ seed: UInt64) throws {
    var random = RandomSource(seed: seed)
    let ledger = try TestLedger()
    _ = try ledger.store.define(CustomField(name: "Weight", type: .number), by: TestLedger.ann)
    try ledger.take(
      AssetDraft(tag: "A-1", status: .onOrder, location: "HQ/1"),
      AssetDraft(tag: "B-1", category: "Tools", fields: ["weight": "1"]),
      AssetDraft(tag: "B-2", location: "HQ/2", codes: [AssetCode("X", kind: .product)]))
    for round in 0..<80 {
      ledger.wait()
      let tag = ["A-1", "B-1"][round % 2]
      let step = AssetStoryTests.step(&random)
      _ = try ledger.store.take(step, with: [tag], note: "n", by: TestLedger.ann)
      guard round % 4 == 0 else { continue }
      let edit = DeliveredEdit(
        clientEventID: "e\(round)", deviceID: "d1", deviceSeq: round,
        occurredAt: Timestamp.text(ledger.now - Int.random(in: 0...9000, using: &random)),
        asset: tag, set: ["serial": "\(round)", "weight": "\(round)", "category": "it DEPT"])
      _ = try ledger.store.edit([edit], by: TestLedger.ann)
    }
    let scratch = try TestLedger()
    let entries = try ledger.entries()
    try scratch.store.database.write { connection in
      for entry in entries { try apply(entry, connection) }
    }
    let (ours, played) = (try rows(ledger), try rows(scratch))
    #expect(ours.count == Self.tables.count)
    for table in Self.tables { #expect(played[table] == ours[table], "\(table)") }
    #expect(ours["edit_conflicts"]?.isEmpty == false)
  }
}
