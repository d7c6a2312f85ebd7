import Diagnostics
import Inventory
import Storage

/// The definitions of custom fields, inside a transaction.
struct CustomFieldTable {
  let connection: Connection

  /// All fields, by the key of their names.
  func all() throws -> [CustomField] {
    try connection.all(
      "SELECT name, type, choices, required_for FROM custom_fields ORDER BY name_key", Self.field)
  }

  func find(_ name: String) throws -> CustomField? {
    try connection.first(
      """
      SELECT name, type, choices, required_for FROM custom_fields
      WHERE name_key = \(NameKey.of(name))
      """, Self.field)
  }

  /// The field of a name that must exist.
  func existing(_ name: String) throws -> CustomField {
    if let field = try find(name) { return field }
    let names = try all().map(\.name)
    throw LedgerFault(
      code: "field.unknown",
      message: "There is no field \(SafeText.quoted(name))."
        + Suggestion.hint(for: name, among: names)
        + " tally asset field list shows all, tally asset field add makes a new one.")
  }

  /// Keeps a field, or what a second definition makes of it.
  func keep(_ field: CustomField, seq: Int) throws {
    try connection.execute(
      """
      INSERT INTO custom_fields (name_key, name, type, choices, required_for, seq)
      VALUES (\(NameKey.of(field.name)), \(field.name), \(field.type.rawValue),
        \(try CanonicalJSON.text(field.values)), \(field.requiredFor), \(seq))
      ON CONFLICT (name_key) DO UPDATE
        SET choices = excluded.choices, required_for = excluded.required_for, seq = excluded.seq
      """)
  }

  private static func field(_ row: SQLRow) throws -> CustomField {
    guard let type = CustomField.Kind(rawValue: try row.text(1)) else {
      throw LedgerFault(code: "ledger.damaged", message: "A custom field has no known type.")
    }
    return CustomField(
      name: try row.text(0), type: type,
      values: try CanonicalJSON.value([String].self, row.text(2)),
      requiredFor: try row.optionalText(3))
  }
}
