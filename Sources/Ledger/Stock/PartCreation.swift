import Storage

/// A new part.
struct PartCreation: LedgerEvent {
  static let kind = EntryKind.partCreated

  let id: ObjectID
  let number: Int
  let code, name, unit: String
  let lots: Bool

  init(_ part: Part, id: ObjectID) {
    self.id = id
    (number, code, name) = (part.number, part.code, part.name)
    (unit, lots) = (part.unit, part.hasLots)
  }

  func apply(to books: Books) throws {
    try books.connection.execute(
      """
      INSERT INTO parts (number, id, code, code_key, name, unit, has_lots, seq)
      VALUES (\(number), \(id.bytes), \(code), \(PartTable.key(of: code)), \(name), \(unit),
        \(lots), \(books.seq))
      """)
  }
}
