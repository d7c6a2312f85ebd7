import Diagnostics
import Inventory
import Storage

/// The locations, inside a transaction.
struct LocationTable {
  let connection: Connection

  func id(of code: String) throws -> ObjectID? {
    try connection.first("SELECT id FROM locations WHERE code = \(code.composed)") {
      ObjectID(bytes: try $0.blob(0))
    }
  }

  func code(of id: ObjectID) throws -> String? {
    try connection.first("SELECT code FROM locations WHERE id = \(id.bytes)") { try $0.text(0) }
  }

  /// Those of some codes that are locations'.
  func known(among codes: [String]) throws -> Set<String> {
    Set(try connection.all(Self.known(among: codes)) { try $0.text(0) })
  }

  static func known(among codes: [String]) -> SQLQuery {
    "SELECT code FROM locations WHERE code IN (\(list: codes))"
  }

  /// The id of a location that must exist.
  func existing(_ code: String) throws -> ObjectID {
    if let id = try id(of: code) { return id }
    let codes = try connection.all("SELECT code FROM locations ORDER BY code") { try $0.text(0) }
    throw LedgerFault.unknownLocation(code, known: codes)
  }

  func insert(_ location: Location, id: ObjectID, parent: ObjectID?) throws {
    let keys = try keys(
      code: location.code, name: location.name, number: location.number, parent: parent)
    try connection.execute(
      """
      INSERT INTO locations (id, number, code, name, kind, parent_id, code_key, sibling_key,
        is_active)
      VALUES (\(id.bytes), \(location.number), \(location.code.composed), \(location.name),
        \(location.kind.rawValue), \(parent?.bytes), \(keys.code), \(keys.sibling), 1)
      """)
  }

  func nextNumber() throws -> Int {
    try connection.first("SELECT COALESCE(MAX(number), 0) + 1 FROM locations") { try $0.int(0) }
      ?? 1
  }

  /// All locations, by code.
  func all() throws -> [Location] {
    try connection.all(
      """
      SELECT l.number, l.code, l.name, l.kind, p.code, l.is_active
      FROM locations l LEFT JOIN locations p ON p.id = l.parent_id ORDER BY l.code
      """
    ) { try Self.location($0) }
  }

  /// A location with the id of its parent.
  func row(of id: ObjectID) throws -> (location: Location, parent: ObjectID?)? {
    try connection.first(
      """
      SELECT l.number, l.code, l.name, l.kind, p.code, l.is_active, p.id
      FROM locations l LEFT JOIN locations p ON p.id = l.parent_id WHERE l.id = \(id.bytes)
      """
    ) { row in
      (try Self.location(row), try row.optionalBlob(6).map(ObjectID.init(bytes:)))
    }
  }

  /// Of a row that begins with number, code, name, kind, the parent's code and whether it is active.
  static func location(_ row: SQLRow) throws -> Location {
    Location(
      number: try row.int(0), code: try row.text(1), name: try row.text(2),
      kind: Location.Kind(rawValue: try row.text(3)) ?? .room, parent: try row.optionalText(4),
      isActive: try row.bool(5))
  }

  /// Codes by id, for reading tables that name locations by id.
  func codes() throws -> [ObjectID: String] {
    var codes: [ObjectID: String] = [:]
    try connection.forEach("SELECT id, code FROM locations") {
      codes[ObjectID(bytes: try $0.blob(0))] = try $0.text(1)
    }
    return codes
  }

  func tree() throws -> LocationTree {
    let parents = try all().compactMap { location in location.parent.map { (location.code, $0) } }
    return LocationTree(parents: Dictionary(uniqueKeysWithValues: parents))
  }
}

extension LedgerFault {
  static func unknownLocation(_ code: String, known: [String]) -> LedgerFault {
    LedgerFault(
      code: "location.unknown",
      message: "There is no location \(SafeText.quoted(code))."
        + Suggestion.hint(for: code, among: known)
        + " tally location list shows all, tally location add makes a new one.")
  }

  static func badLocationCode(_ code: String) -> LedgerFault {
    LedgerFault(
      code: "location.code",
      message: "\(SafeText.quoted(code)) can't be a location's code: expected up to 200 bytes "
        + "without control characters, with parts between slashes that aren't empty, like HQ/2/201."
    )
  }
}
