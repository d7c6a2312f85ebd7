import Diagnostics
import Storage

/// What was looked up in the books, for as long as no other event can have changed it.
///
/// A delivery has a thousand scans in the same few places. What is remembered here lasts for one
/// transaction, until an event of a kind that changes it.
final class BooksMemory {
  let assets = AssetMemory()
  let labels = LabelMemory()
  private var locations: [String: ObjectID] = [:]
  private var objects: [String: ObjectID] = [:]
  private var scanEvents: RowInsertion?
  /// A buffer for whoever needs one for a moment.
  var scratch = CanonicalJSONWriter()

  init() {}

  /// Forgets what an event of a kind may change.
  func prepare(for next: EntryKind) {
    switch next {
    case .locationCreated, .locationEdited, .locationClosed, .locationReopened:
      locations.removeAll(keepingCapacity: true)
      assets.forgetLocations()
    case .fieldDefined: assets.forgetFields()
    default: return
    }
  }

  /// The id of a location that must exist.
  func location(_ code: String, in table: LocationTable) throws -> ObjectID {
    if let id = try findLocation(code, in: table) { return id }
    return try table.existing(code)
  }

  /// The id of a location; nil where there is none.
  func findLocation(_ code: String, in table: LocationTable) throws -> ObjectID? {
    if let id = locations[code] { return id }
    let id = try table.id(of: code)
    locations[code] = id
    return id
  }

  /// Keeps the id of a location that somebody has looked up.
  func remember(_ id: ObjectID, of location: String) { locations[location] = id }

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
