import Storage

extension LedgerSchema {
  /// An asset's number as the key of its row, and in the rows of its codes and its history.
  ///
  /// A lookup goes from a code to the asset, its location and its other codes. By ids that takes a
  /// search in an index and one in the table behind it each time; by whole numbers that are the key
  /// of their table it takes one, and where an asset has no other codes none is made for them.
  ///
  /// The tables are made anew since SQLite can't change the key of one. Those that refer to assets go
  /// first: a table that others refer to can't be dropped.
  static func assetsByNumber(_ dialect: Dialect) -> [String] {
    newTables(dialect) + copying
      + ["asset_codes", "asset_history", "assets"].map { "DROP TABLE \($0)" }
      + ["assets", "asset_codes", "asset_history"].map { "ALTER TABLE new_\($0) RENAME TO \($0)" }
      + [
        "CREATE INDEX assets_by_location ON assets (location_id)",
        "CREATE INDEX asset_codes_by_asset ON asset_codes (asset_number, code)",
        "CREATE INDEX asset_history_by_seq ON asset_history (seq)",
      ]
  }

  private static func newTables(_ dialect: Dialect) -> [String] {
    let (text, blob) = (dialect.text, dialect.blob)
    return [
      """
      CREATE TABLE new_assets (
        number \(dialect.integerKey), id \(blob) NOT NULL UNIQUE,
        tag \(text) NOT NULL UNIQUE, name \(text) NOT NULL, category \(text) NOT NULL,
        make \(text) NOT NULL, model \(text) NOT NULL, serial \(text) NOT NULL,
        status \(text) NOT NULL CHECK (status IN ('on_order', 'in_stock', 'assigned',
          'checked_out', 'in_transit', 'in_repair', 'retired', 'lost', 'stolen', 'disposed')),
        location_id \(blob) REFERENCES locations (id), custodian \(text) NOT NULL,
        has_other_codes BIGINT NOT NULL CHECK (has_other_codes IN (0, 1)))
      """,
      """
      CREATE TABLE new_asset_codes (
        code_key \(text) NOT NULL, kind \(text) NOT NULL CHECK (kind IN ('physical', 'product')),
        asset_number BIGINT NOT NULL REFERENCES new_assets (number), code \(text) NOT NULL,
        seq BIGINT NOT NULL REFERENCES entries (seq),
        PRIMARY KEY (code_key, kind, asset_number))
      """,
      """
      CREATE TABLE new_asset_history (
        asset_number BIGINT NOT NULL REFERENCES new_assets (number),
        seq BIGINT NOT NULL REFERENCES entries (seq), at BIGINT NOT NULL,
        location_id \(blob) REFERENCES locations (id), status \(text) NOT NULL,
        PRIMARY KEY (asset_number, seq))
      """,
    ]
  }

  /// In the order of the new keys, so that each table is written from its beginning to its end.
  private static let copying = [
    """
    INSERT INTO new_assets (number, id, tag, name, category, make, model, serial, status,
      location_id, custodian, has_other_codes)
    SELECT number, id, tag, name, category, make, model, serial, status, location_id, custodian,
      CASE WHEN EXISTS (SELECT 1 FROM asset_codes c WHERE c.asset_id = a.id AND c.code <> a.tag)
        THEN 1 ELSE 0 END
    FROM assets a ORDER BY number
    """,
    """
    INSERT INTO new_asset_codes (code_key, kind, asset_number, code, seq)
    SELECT c.code_key, c.kind, a.number, c.code, c.seq
    FROM asset_codes c JOIN assets a ON a.id = c.asset_id ORDER BY c.code_key, c.kind, a.number
    """,
    """
    INSERT INTO new_asset_history (asset_number, seq, at, location_id, status)
    SELECT a.number, h.seq, h.at, h.location_id, h.status
    FROM asset_history h JOIN assets a ON a.id = h.asset_id ORDER BY a.number, h.seq
    """,
  ]
}
