import Storage

/// The values of custom fields, inside a transaction; assets are called by their numbers.
struct FieldValueTable {
  let connection: Connection

  /// By the names of the fields.
  func values(of asset: Int) throws -> [String: String] {
    var values: [String: String] = [:]
    try connection.forEach(
      """
      SELECT f.name, v.value FROM asset_fields v JOIN custom_fields f ON f.name_key = v.field_key
      WHERE v.asset_number = \(asset)
      """
    ) { values[try $0.text(0)] = try $0.text(1) }
    return values
  }

  /// Empty for no value.
  func value(of field: String, _ asset: Int) throws -> String {
    try connection.first(
      """
      SELECT value FROM asset_fields
      WHERE asset_number = \(asset) AND field_key = \(NameKey.of(field))
      """
    ) { try $0.text(0) } ?? ""
  }

  /// Keeps a value; an empty one is taken away.
  func set(_ field: String, of asset: Int, to value: String) throws {
    guard !value.isEmpty else {
      return try connection.execute(
        """
        DELETE FROM asset_fields
        WHERE asset_number = \(asset) AND field_key = \(NameKey.of(field))
        """)
    }
    try connection.execute(
      """
      INSERT INTO asset_fields (asset_number, field_key, value)
      VALUES (\(asset), \(NameKey.of(field)), \(value))
      ON CONFLICT (asset_number, field_key) DO UPDATE SET value = excluded.value
      """)
  }

  func hasValues(_ asset: Int) throws -> Bool {
    try connection.first("SELECT 1 FROM asset_fields WHERE asset_number = \(asset) LIMIT 1") { _ in
      true
    } ?? false
  }
}
