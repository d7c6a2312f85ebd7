import Storage

extension LedgerSchema {
  /// Keys by which codes and names of locations are unique, and whether a location is in use.
  ///
  /// Until `fillPlaces` has run, keys are made of numbers, which no other location has.
  static func places(_ dialect: Dialect) -> [String] {
    let text = dialect.text
    return [
      "ALTER TABLE locations ADD COLUMN code_key \(text) NOT NULL DEFAULT ''",
      "ALTER TABLE locations ADD COLUMN sibling_key \(text) NOT NULL DEFAULT ''",
      """
      ALTER TABLE locations
        ADD COLUMN is_active BIGINT NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1))
      """,
      "UPDATE locations SET code_key = '#' || number, sibling_key = '#' || number",
      "CREATE UNIQUE INDEX locations_by_code_key ON locations (code_key)",
      "CREATE UNIQUE INDEX locations_by_sibling_key ON locations (sibling_key)",
      "CREATE INDEX locations_by_parent ON locations (parent_id)",
    ] + dialect.acyclic("locations", parent: "parent_id")
  }

  /// In the order in which the locations were made, as the log made them.
  static func fillPlaces(_ connection: Connection) throws {
    let table = LocationTable(connection: connection)
    let ids = try connection.all("SELECT id FROM locations ORDER BY number") {
      ObjectID(bytes: try $0.blob(0))
    }
    for id in ids {
      guard let row = try table.row(of: id) else { continue }
      let keys = try table.keys(
        code: row.location.code, name: row.location.name, number: row.location.number,
        parent: row.parent)
      try connection.execute(
        """
        UPDATE locations SET code_key = \(keys.code), sibling_key = \(keys.sibling)
        WHERE id = \(id.bytes)
        """)
    }
  }
}
