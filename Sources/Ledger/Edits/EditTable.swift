import Crypto
import Storage

/// The edits that devices delivered, inside a transaction.
struct EditTable {
  let connection: Connection

  /// Whether there are any; in many ledgers there are none, and nothing more is asked.
  func hasAny() throws -> Bool {
    try connection.first(Self.hasAnyQuery) { try $0.bool(0) } ?? false
  }

  static let hasAnyQuery: SQLQuery =
    "SELECT CASE WHEN EXISTS (SELECT 1 FROM asset_edits) THEN 1 ELSE 0 END"

  /// Those of some ids that are edits'.
  func known(among clientEventIDs: [String]) throws -> [String] {
    try connection.all(
      "SELECT client_event_id FROM asset_edits WHERE client_event_id IN (\(list: clientEventIDs))"
    ) { try $0.text(0) }
  }

  /// The digest by which a second delivery is compared, and the entry; nil for an id that isn't
  /// known.
  func find(_ clientEventID: String) throws -> (digest: [UInt8], seq: Int)? {
    try connection.first(
      "SELECT digest, seq FROM asset_edits WHERE client_event_id = \(clientEventID)"
    ) { (try $0.blob(0), try $0.int(1)) }
  }

  func keep(_ edit: AssetEdit, _ origin: EditOrigin, _ books: Books) throws {
    try connection.execute(
      """
      INSERT INTO asset_edits (client_event_id, digest, seq, device_id, device_seq, recorded_at,
        clock_suspect)
      VALUES (\(origin.clientEventID), \(try Self.digest(edit)), \(books.seq), \(origin.deviceID),
        \(origin.deviceSeq), \(books.at), \(origin.isClockSuspect(at: books.at)))
      """)
  }

  /// Over all that an edit says.
  static func digest(_ edit: AssetEdit) throws -> [UInt8] {
    Array(try CanonicalJSON.digest(edit))
  }
}
