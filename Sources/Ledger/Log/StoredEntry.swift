import Storage

/// An entry of the log as it lies in the database.
enum StoredEntry {
  /// All rows, in the order of the log.
  static let all: SQLQuery =
    "SELECT seq, recorded_at, kind, principal, payload FROM entries ORDER BY seq"

  /// The text that is hashed, of an entry that is there.
  static func text(_ connection: Connection, _ seq: Int) throws -> String? {
    try connection.first(
      "SELECT seq, recorded_at, kind, principal, payload FROM entries WHERE seq = \(seq)"
    ) { try bytes($0).map { String(decoding: $0.bytes, as: UTF8.self) } } ?? nil
  }

  /// The hash of a row; nil where no program of ours wrote it.
  ///
  /// - Throws: `StorageFault` where a column is of another type.
  static func leaf(_ row: SQLRow) throws -> LogHash? { try bytes(row).map { .leaf($0.bytes) } }

  /// The bytes that are hashed, of a row; nil where no program of ours wrote it.
  static func bytes(_ row: SQLRow) throws -> EntryBytes? {
    let (seq, time) = (try row.int(0), try row.int(1))
    return try row.textBytes(2) { kind in
      try row.textBytes(3) { principal in
        try row.textBytes(4) { payload in
          guard EntryBytes.areSeparable(kind: kind, payload: payload, principal: principal) else {
            return nil
          }
          var entry = EntryBytes()
          entry.set(
            kind: kind, payload: payload, principal: principal, recordedAt: time, seq: seq)
          return entry
        }
      }
    }
  }
}
