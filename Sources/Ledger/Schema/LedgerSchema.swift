import Storage

/// The form of a ledger's database: the log, and the projections made from it.
enum LedgerSchema {
  static let migrations = [
    Migration(1, "log, books, stocktakes") { dialect in
      log(dialect) + books(dialect) + stocktakes(dialect)
    },
    Migration(2, "crops") { crops($0) },
    Migration(3, "scan events by code") { _ in scanEventsByCode },
    Migration(4, "codes of an asset from the index") { _ in codesByAsset },
    Migration(5, "assets by their numbers") { assetsByNumber($0) },
    Migration(6, "issued labels") { issuedLabels($0) },
    Migration(7, "the log proves itself") {
      proofs($0)
    } fill: {
      try hashLog($0, $1)
    },
    Migration(8, "custody, custom fields, conflicts") {
      custody($0)
    } fill: { connection, _ in
      try fillCustody(connection)
    },
    Migration(9, "names of places, stock lines, life of labels, search") {
      places($0) + stockLines($0) + labelLife($0) + search($0)
    } fill: { connection, _ in
      try fillPlaces(connection)
      try fillSearch(connection)
    },
    Migration(10, "scan events by their entries") {
      eventsBySeq($0)
    } fill: {
      try digestEventsFromLog($0, $1)
    },
    Migration(11, "edits by device") {
      editsByDevice($0)
    } fill: { connection, _ in
      try fillEditsByDevice(connection)
    },
    Migration(12, "the ledgers that it was made of") { predecessors($0) },
  ]

  private static func log(_ dialect: Dialect) -> [String] {
    let text = dialect.text
    return [
      """
      CREATE TABLE entries (
        seq \(dialect.integerKey), recorded_at BIGINT NOT NULL, kind \(text) NOT NULL,
        principal \(text) NOT NULL, payload \(text) NOT NULL)
      """,
      // A row a change, so that it can be said how codes were read when a stocktake was closed.
      """
      CREATE TABLE settings (
        name \(text) NOT NULL, seq BIGINT NOT NULL REFERENCES entries (seq),
        value \(text) NOT NULL, PRIMARY KEY (name, seq))
      """,
    ] + dialect.appendOnly("entries")
  }

  private static func books(_ dialect: Dialect) -> [String] {
    let (text, blob) = (dialect.text, dialect.blob)
    return [
      """
      CREATE TABLE locations (
        id \(blob) NOT NULL PRIMARY KEY, number BIGINT NOT NULL UNIQUE,
        code \(text) NOT NULL UNIQUE, name \(text) NOT NULL, kind \(text) NOT NULL,
        parent_id \(blob) REFERENCES locations (id), CHECK (parent_id <> id))
      """,
      """
      CREATE TABLE assets (
        id \(blob) NOT NULL PRIMARY KEY, number BIGINT NOT NULL UNIQUE,
        tag \(text) NOT NULL UNIQUE, name \(text) NOT NULL, category \(text) NOT NULL,
        make \(text) NOT NULL, model \(text) NOT NULL, serial \(text) NOT NULL,
        status \(text) NOT NULL CHECK (status IN ('on_order', 'in_stock', 'assigned',
          'checked_out', 'in_transit', 'in_repair', 'retired', 'lost', 'stolen', 'disposed')),
        location_id \(blob) REFERENCES locations (id), custodian \(text) NOT NULL)
      """,
      "CREATE INDEX assets_by_location ON assets (location_id)",
      // Which forms our tags have, so that a code can be told from a foreign one by one read.
      "CREATE TABLE tag_shapes (shape \(text) NOT NULL PRIMARY KEY)",
      // With the entry since which the code leads to the asset.
      """
      CREATE TABLE asset_codes (
        code_key \(text) NOT NULL, kind \(text) NOT NULL CHECK (kind IN ('physical', 'product')),
        asset_id \(blob) NOT NULL REFERENCES assets (id), code \(text) NOT NULL,
        seq BIGINT NOT NULL REFERENCES entries (seq),
        PRIMARY KEY (code_key, kind, asset_id))
      """,
      "CREATE INDEX asset_codes_by_asset ON asset_codes (asset_id)",
      // What the books said of an asset from an entry on: a row for its creation and each move.
      """
      CREATE TABLE asset_history (
        asset_id \(blob) NOT NULL REFERENCES assets (id),
        seq BIGINT NOT NULL REFERENCES entries (seq), at BIGINT NOT NULL,
        location_id \(blob) REFERENCES locations (id), status \(text) NOT NULL,
        PRIMARY KEY (asset_id, seq))
      """,
      "CREATE INDEX asset_history_by_seq ON asset_history (seq)",
    ]
  }

  private static func stocktakes(_ dialect: Dialect) -> [String] {
    let (text, blob) = (dialect.text, dialect.blob)
    return [
      """
      CREATE TABLE stocktakes (
        id \(blob) NOT NULL PRIMARY KEY, number BIGINT NOT NULL UNIQUE, name \(text) NOT NULL,
        name_key \(text) NOT NULL UNIQUE, state \(text) NOT NULL,
        coverage \(text) NOT NULL CHECK (coverage IN ('explicit', 'implicit')),
        leaves_out_assigned BIGINT NOT NULL CHECK (leaves_out_assigned IN (0, 1)),
        opened_by \(text) NOT NULL, opened_at BIGINT NOT NULL,
        opened_seq BIGINT NOT NULL REFERENCES entries (seq),
        closed_by \(text), closed_at BIGINT, closed_seq BIGINT REFERENCES entries (seq),
        report \(text), report_hash \(text))
      """,
      """
      CREATE TABLE stocktake_scope (
        stocktake_id \(blob) NOT NULL REFERENCES stocktakes (id),
        location_id \(blob) NOT NULL REFERENCES locations (id),
        PRIMARY KEY (stocktake_id, location_id))
      """,
      """
      CREATE TABLE scan_events (
        client_event_id \(text) NOT NULL PRIMARY KEY,
        stocktake_id \(blob) NOT NULL REFERENCES stocktakes (id),
        seq BIGINT NOT NULL UNIQUE REFERENCES entries (seq), digest \(blob) NOT NULL,
        device_id \(text) NOT NULL, device_seq BIGINT NOT NULL, occurred_at BIGINT NOT NULL,
        recorded_at BIGINT NOT NULL, round BIGINT NOT NULL CHECK (round >= 1),
        counter \(text), kind \(text) NOT NULL CHECK (kind IN ('scan', 'location', 'done', 'void')),
        code \(text), symbology \(text), location_id \(blob) REFERENCES locations (id),
        quantity \(text), void_target \(text), image \(text), polygon \(text), quality BIGINT,
        weak BIGINT)
      """,
      "CREATE INDEX scan_events_by_stocktake ON scan_events (stocktake_id, seq)",
      "CREATE INDEX scan_events_by_device ON scan_events (device_id, device_seq)",
      "CREATE INDEX scan_events_by_image ON scan_events (image)",
      "CREATE INDEX scan_events_by_void ON scan_events (void_target)",
    ]
  }
  /// Each crop is kept once, however many events point to it.
  ///
  /// An event may name one that is not here: a device that delivers events delivers no pictures.
  private static func crops(_ dialect: Dialect) -> [String] {
    let (text, blob) = (dialect.text, dialect.blob)
    return [
      "CREATE TABLE crops (hash \(text) NOT NULL PRIMARY KEY, png \(blob) NOT NULL)",
      "ALTER TABLE scan_events ADD COLUMN crop \(text)",
      "ALTER TABLE scan_events ADD COLUMN crop_polygon \(text)",
    ] + dialect.appendOnly("crops")
  }

  /// By the code without its symbology identifier (`]C1`), which is how `AssetHistory` asks.
  static let scanEventsByCode = [
    """
    CREATE INDEX scan_events_by_code ON scan_events
      ((CASE WHEN SUBSTR(code, 1, 1) = ']' THEN SUBSTR(code, 4) ELSE code END))
    """
  ]

  /// With the code in the index, a lookup reads the other codes of an asset without its rows.
  private static let codesByAsset = [
    "DROP INDEX asset_codes_by_asset",
    "CREATE INDEX asset_codes_by_asset ON asset_codes (asset_id, code)",
  ]
}
