import Storage

/// What the log keeps of a custom field that was defined, or added to.
struct FieldDefinition: LedgerEvent {
  static let kind = EntryKind.fieldDefined

  let field: CustomField

  init(_ field: CustomField) { self.field = field }

  init(from decoder: any Decoder) throws { field = try CustomField(from: decoder) }

  func encode(to encoder: any Encoder) throws { try field.encode(to: encoder) }

  func apply(to books: Books) throws {
    let category = try field.requiredFor.map {
      try CategoryTable(connection: books.connection).kept($0, seq: books.seq)
    }
    try CustomFieldTable(connection: books.connection).keep(
      CustomField(
        name: field.name, type: field.type, values: field.values, requiredFor: category),
      seq: books.seq)
  }
}

extension LedgerStore {
  /// The fields that the owner of the ledger gives to assets, by name.
  package func customFields() throws -> [CustomField] {
    try database.read { try CustomFieldTable(connection: $0).all() }
  }

  /// Defines a field; of one that is there already values are added to, and the category that needs it
  /// is set.
  ///
  /// - Returns: the field as it is now.
  /// - Throws: `LedgerFault` `field.definition`.
  package func define(_ field: CustomField, by principal: Principal) throws -> CustomField {
    try append(by: principal) { log in
      try field.check()
      let table = CustomFieldTable(connection: log.connection)
      let known = try table.find(field.name)
      let next = try known?.extended(by: field) ?? field.composed
      if next != known { try log.record(FieldDefinition(next)) }
      return try table.existing(field.name)
    }
  }
}

extension CustomField {
  fileprivate var composed: CustomField {
    CustomField(
      name: name.composed, type: type, values: values.map(\.composed),
      requiredFor: requiredFor?.composed)
  }
}
