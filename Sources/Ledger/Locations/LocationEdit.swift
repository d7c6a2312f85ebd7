import Storage

/// What people call a location, and where it lies, from now on.
struct LocationEdit: LedgerEvent {
  static let kind = EntryKind.locationEdited

  let id: ObjectID
  let name: String
  let kind: Location.Kind
  /// The code of the location that it lies in.
  let parent: String?

  func apply(to books: Books) throws {
    let table = LocationTable(connection: books.connection)
    guard let row = try table.row(of: id) else { throw LedgerFault.lostLocation(id) }
    try table.update(
      Location(
        number: row.location.number, code: row.location.code, name: name, kind: kind,
        parent: parent),
      id: id, parent: try parent.map { try table.existing($0) })
  }
}

/// A location takes no more assets and counts.
struct LocationClosing: LedgerEvent {
  static let kind = EntryKind.locationClosed

  let id: ObjectID
  let reason: String?

  func apply(to books: Books) throws {
    try LocationTable(connection: books.connection).set(isActive: false, of: id)
  }
}

/// A closed location is in use again.
struct LocationReopening: LedgerEvent {
  static let kind = EntryKind.locationReopened

  let id: ObjectID

  func apply(to books: Books) throws {
    try LocationTable(connection: books.connection).set(isActive: true, of: id)
  }
}

extension LedgerFault {
  fileprivate static func lostLocation(_ id: ObjectID) -> LedgerFault {
    LedgerFault(
      code: "ledger.damaged",
      message:
        "The log names a location \(id) that it never made. Restore the ledger from a backup.")
  }
}
