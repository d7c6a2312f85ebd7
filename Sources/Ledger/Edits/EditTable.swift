import Crypto
import Storage

/// The edits that devices delivered, inside a transaction.
struct EditTable {
  let connection: Connection

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
