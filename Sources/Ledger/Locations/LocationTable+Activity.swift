import Diagnostics
import Storage

extension LocationTable {
  /// The id of a location that must exist and take assets and counts.
  func receiving(_ code: String) throws -> ObjectID {
    let id = try existing(code)
    try refuseClosed(id)
    return id
  }

  /// The ids of those of some codes that are locations' that take assets and counts.
  func receiving(among codes: [String]) throws -> [String: ObjectID] {
    let ids = try connection.all(Self.receiving(among: codes)) {
      (try $0.text(0), ObjectID(bytes: try $0.blob(1)))
    }
    return Dictionary(ids) { first, _ in first }
  }

  static func receiving(among codes: [String]) -> SQLQuery {
    """
    WITH RECURSIVE above (code, id, parent_id, is_active) AS (
      SELECT code, id, parent_id, is_active FROM locations WHERE code IN (\(list: codes))
      UNION ALL
      SELECT a.code, a.id, l.parent_id, l.is_active FROM locations l
        JOIN above a ON l.id = a.parent_id)
    SELECT code, id FROM above GROUP BY code, id HAVING MIN(is_active) = 1
    """
  }

  /// Refuses a location that is closed, or lies in a closed one.
  func refuseClosed(_ id: ObjectID) throws {
    let closed = try connection.first(
      """
      WITH RECURSIVE above (id, code, parent_id, is_active) AS (
        SELECT id, code, parent_id, is_active FROM locations WHERE id = \(id.bytes)
        UNION ALL
        SELECT l.id, l.code, l.parent_id, l.is_active FROM locations l
          JOIN above a ON l.id = a.parent_id)
      SELECT code FROM above WHERE is_active = 0 LIMIT 1
      """
    ) { try $0.text(0) }
    guard let closed else { return }
    throw LedgerFault.closedLocation(try code(of: id) ?? "", by: closed)
  }

  func set(isActive: Bool, of id: ObjectID) throws {
    try connection.execute(
      "UPDATE locations SET is_active = \(isActive) WHERE id = \(id.bytes)")
  }

  /// Brings all but the code to what is said; the location must be there.
  func update(_ location: Location, id: ObjectID, parent: ObjectID?) throws {
    let keys = try keys(
      code: location.code, name: location.name, number: location.number, parent: parent)
    try connection.execute(
      """
      UPDATE locations SET name = \(location.name), kind = \(location.kind.rawValue),
        parent_id = \(parent?.bytes), sibling_key = \(keys.sibling)
      WHERE id = \(id.bytes)
      """)
  }
}

extension LedgerFault {
  static func closedLocation(_ code: String, by closed: String) -> LedgerFault {
    LedgerFault(
      code: "location.closed",
      message: (code == closed
        ? "\(SafeText.quoted(code)) is closed"
        : "\(SafeText.quoted(code)) lies in \(SafeText.quoted(closed)), which is closed")
        + ": it takes no assets, stock or counts. tally location reopen takes it into use again.")
  }
}
