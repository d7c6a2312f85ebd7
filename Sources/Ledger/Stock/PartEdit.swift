import Storage

/// What people call a part, and how it is counted, from now on.
struct PartEdit: LedgerEvent {
  static let kind = EntryKind.partEdited

  let id: ObjectID
  let name, unit: String
  let lots: Bool

  func apply(to books: Books) throws {
    let changed = try books.connection.changes(
      "UPDATE parts SET name = \(name), unit = \(unit), has_lots = \(lots) WHERE id = \(id.bytes)")
    guard changed == 1 else { throw LedgerFault.lostPart(id) }
  }
}

extension LedgerFault {
  static func lostPart(_ id: ObjectID) -> LedgerFault {
    LedgerFault(
      code: "ledger.damaged",
      message: "The log names a part \(id) that it never made. Restore the ledger from a backup.")
  }
}
