import Storage

/// A new location.
struct LocationCreation: LedgerEvent {
  static let kind = EntryKind.locationCreated

  let id: ObjectID
  let number: Int
  let code: String
  let name: String
  let kind: Location.Kind
  let parent: String?

  init(_ location: Location, id: ObjectID) {
    self.id = id
    (number, code, name) = (location.number, location.code, location.name)
    (kind, parent) = (location.kind, location.parent)
  }

  func apply(to books: Books) throws {
    let table = LocationTable(connection: books.connection)
    try table.insert(
      Location(number: number, code: code, name: name, kind: kind, parent: parent), id: id,
      parent: try parent.map { try table.existing($0) })
  }
}
