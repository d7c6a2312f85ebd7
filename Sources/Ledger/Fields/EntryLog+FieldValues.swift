import Diagnostics
import Storage

extension EntryLog {
  /// Values of custom fields, checked and in the form in which they are kept, by the fields' own
  /// names.
  ///
  /// - Throws: `LedgerFault` `field.unknown` or `field.value`.
  func fieldValues(_ said: [String: String]) throws -> [String: String] {
    guard !said.isEmpty else { return [:] }
    let table = CustomFieldTable(connection: connection)
    var values: [String: String] = [:]
    for (name, text) in said {
      let field = try table.existing(name)
      values[field.name] = try field.value(text)
    }
    return values
  }

  /// Refuses an asset without a value that its category needs.
  ///
  /// An asset that had none before is left alone as long as nobody touches the field or the category.
  ///
  /// - Parameter asset: as it is; nil for a new one.
  /// - Parameter set: values that change, in the form in which they are kept.
  func checkRequiredFields(
    of asset: AssetTable.Stored?, category: String, set: [String: String]
  ) throws {
    let key = NameKey.of(category)
    guard !key.isEmpty else { return }
    let isNewThere = asset.map { NameKey.of($0.category) != key } ?? true
    let values = FieldValueTable(connection: connection)
    for field in try memory.assets.requiredFields(of: key, connection) {
      if !isNewThere && set[field] == nil { continue }
      let value = try set[field] ?? asset.map { try values.value(of: field, $0.number) } ?? ""
      guard value.isEmpty else { continue }
      throw LedgerFault(
        code: "field.required",
        message: "Assets of the category \(SafeText.quoted(category)) need a value of "
          + "\(SafeText.quoted(field)), and this one would have none: --set \"\(SafeText.terminal(field))=…\"."
      )
    }
  }
}

extension CustomFieldTable {
  /// The names of fields, and the keys of the categories whose assets must have them.
  func required() throws -> [(name: String, category: String)] {
    try connection.all(
      """
      SELECT name, required_for FROM custom_fields WHERE required_for IS NOT NULL ORDER BY name_key
      """
    ) { (name: try $0.text(0), category: NameKey.of(try $0.text(1))) }
  }
}
