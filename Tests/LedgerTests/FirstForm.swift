import Storage
import Testing

@testable import Ledger

/// A ledger in the form of the first program, which has what another ledger has as far as that
/// program could keep it.
struct FirstForm {
  let database: Database
  private let address: LedgerAddress
  private let clock: @Sendable () -> Int

  /// Tables of the first form, each before those that refer to it: its columns, where today's rows
  /// have what lay in them, and their order.
  private static let tables: [(name: String, columns: [String], source: String)] = [
    (
      "entries", ["seq", "recorded_at", "kind", "principal", "payload"], "entries ORDER BY seq"
    ),
    ("settings", ["name", "seq", "value"], "settings ORDER BY seq"),
    (
      "locations", ["id", "number", "code", "name", "kind", "parent_id"],
      "locations ORDER BY number"
    ),
    (
      "assets",
      [
        "id", "number", "tag", "name", "category", "make", "model", "serial", "status",
        "location_id", "custodian",
      ], "assets ORDER BY number"
    ),
    ("tag_shapes", ["shape"], "tag_shapes ORDER BY shape"),
    (
      "asset_codes", ["code_key", "kind", "id AS asset_id", "code", "seq"],
      "asset_codes JOIN assets ON number = asset_number ORDER BY seq"
    ),
    (
      "asset_history",
      ["id AS asset_id", "seq", "at", "h.location_id AS location_id", "h.status AS status"],
      "asset_history h JOIN assets ON number = asset_number ORDER BY seq"
    ),
    (
      "stocktakes",
      [
        "id", "number", "name", "name_key", "state", "coverage", "leaves_out_assigned",
        "opened_by", "opened_at", "opened_seq", "closed_by", "closed_at", "closed_seq", "report",
        "report_hash",
      ], "stocktakes ORDER BY number"
    ),
    ("stocktake_scope", ["stocktake_id", "location_id"], "stocktake_scope ORDER BY 1, 2"),
    (
      "scan_events",
      [
        "client_event_id", "stocktake_id", "seq",
        // That program compared a location's label as it was delivered, which the log doesn't keep.
        "CASE WHEN kind = 'location' THEN stocktake_id ELSE digest END AS digest", "device_id",
        "device_seq", "occurred_at", "recorded_at", "round", "counter", "kind", "code",
        "symbology", "location_id", "quantity", "void_target", "image", "polygon", "quality",
        "weak",
      ], "scan_events ORDER BY seq"
    ),
  ]

  init(of ledger: TestLedger) throws {
    address = try TestLedger.newAddress(file: ledger.path + "-first")
    clock = ledger.time
    database = try Database(at: address, .createIfMissing)
    try database.migrate(Array(LedgerSchema.migrations.prefix(1)), now: 0)
    let rows = try ledger.database().read { connection in
      try Self.tables.flatMap { try Self.insertions($0, connection, database.dialect) }
    }
    try database.write(text: rows)
  }

  /// The ledger as this program opens it.
  func broughtUpToDate() throws -> LedgerStore {
    try LedgerStore(at: address, .existing, clock: clock)
  }

  private static func insertions(
    _ table: (name: String, columns: [String], source: String), _ connection: Connection,
    _ dialect: Dialect
  ) throws -> [String] {
    let names = table.columns.map { $0.split(separator: " ").last.map(String.init) ?? $0 }
    let query = "SELECT \(table.columns.joined(separator: ", ")) FROM \(table.source)"
    return try connection.all(SQLQuery(stringLiteral: query)) { row in
      let values = try names.indices.map { try row.value($0).literal(dialect) }
      return "INSERT INTO \(table.name) (\(names.joined(separator: ", "))) "
        + "VALUES (\(values.joined(separator: ", ")))"
    }
  }
}
