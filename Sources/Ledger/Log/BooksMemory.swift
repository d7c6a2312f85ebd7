import Diagnostics
import Storage

/// What was looked up in the books, for as long as no other event can have changed it.
///
/// A delivery has a thousand scans in the same few places. What is remembered here lasts while events
/// of one kind follow each other in one transaction, and no event changes what its own kind
/// remembers.
final class BooksMemory {
  private var kind: EntryKind?
  private var locations: [String: ObjectID] = [:]
  private var objects: [String: ObjectID] = [:]
  private var scanEvents: RowInsertion?
  /// A buffer for whoever needs one for a moment.
  var scratch = CanonicalJSONWriter()

  init() {}

  func prepare(for next: EntryKind) {
    if kind != next { locations.removeAll() }
    kind = next
  }

  /// The id of a location that must exist.
  func location(_ code: String, in table: LocationTable) throws -> ObjectID {
    if let id = locations[code] { return id }
    let id = try table.existing(code)
    locations[code] = id
    return id
  }

  /// The id that a payload writes as text.
  func id(_ text: String) throws -> ObjectID {
    if let id = objects[text] { return id }
    guard let id = ObjectID(text) else { throw LedgerFault.unreadablePayload(text) }
    objects = [text: id]
    return id
  }

  /// The statement that adds scan events, looked up once a transaction.
  func scanEvents(_ connection: Connection) throws -> RowInsertion {
    if let scanEvents { return scanEvents }
    let insertion = try EventTable.insertion(connection)
    scanEvents = insertion
    return insertion
  }
}

extension LedgerFault {
  static func unreadablePayload(_ text: String) -> LedgerFault {
    LedgerFault(
      code: "ledger.damaged",
      message: "An entry names \(SafeText.quoted(text)) where it should name an id.")
  }
}
