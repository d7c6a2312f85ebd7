import CSQLite
import Foundation

/// The peer: prepared INSERTs into two tables.
///
/// They have the columns and indexes of `entries` and `scan_events`,
/// and nothing else. No hashes, no look for known ids, no foreign keys, checks or triggers.
final class BareInserts {
  private var handle: OpaquePointer?

  private static let payload = String(repeating: "x", count: 330)

  init(file: String) throws {
    sqlite3_open(file, &handle)
    for sql in Self.form + Self.indexes { run(sql) }
  }

  deinit { sqlite3_close(handle) }

  /// Durable as a ledger's commits are.
  private static let form = [
    "PRAGMA journal_mode = WAL", "PRAGMA synchronous = FULL", "PRAGMA cache_size = -65536",
    """
    CREATE TABLE entries (seq INTEGER PRIMARY KEY, recorded_at BIGINT, kind TEXT, principal TEXT,
      payload TEXT)
    """,
    """
    CREATE TABLE scan_events (seq INTEGER PRIMARY KEY, client_event_id TEXT UNIQUE,
      stocktake_id BLOB, digest BLOB, device_id TEXT, device_seq BIGINT, occurred_at BIGINT,
      recorded_at BIGINT, clock_suspect BIGINT, round BIGINT, counter TEXT, kind TEXT, code TEXT,
      symbology TEXT, location_id BLOB, quantity TEXT, void_target TEXT, image TEXT, polygon TEXT,
      quality BIGINT, weak BIGINT, crop TEXT, crop_polygon TEXT)
    """,
  ]

  /// Those of a ledger's events.
  static let indexes = [
    "CREATE INDEX by_stocktake ON scan_events (stocktake_id, seq)",
    "CREATE INDEX by_device ON scan_events (device_id, device_seq)",
    "CREATE INDEX by_image ON scan_events (image) WHERE image IS NOT NULL",
    "CREATE INDEX by_void ON scan_events (void_target) WHERE void_target IS NOT NULL",
    """
    CREATE INDEX by_code ON scan_events
      ((CASE WHEN SUBSTR(code, 1, 1) = ']' THEN SUBSTR(code, 4) ELSE code END))
    """,
  ]

  private func run(_ sql: String) {
    let code = sqlite3_exec(handle, sql, nil, nil, nil)
    precondition(code == SQLITE_OK, "\(sql): \(code)")
  }

  private func prepare(_ sql: String) -> OpaquePointer? {
    var statement: OpaquePointer?
    sqlite3_prepare_v2(handle, sql, -1, &statement, nil)
    return statement
  }

  func run(_ count: Int, batch: Int) -> Result {
    let entries = prepare("INSERT INTO entries VALUES (?, ?, ?, ?, ?)")
    let events = prepare(
      "INSERT INTO scan_events VALUES (\(Array(repeating: "?", count: 23).joined(separator: ", ")))"
    )
    defer { [entries, events].forEach { sqlite3_finalize($0) } }
    let made = (0..<count).map { BenchEvent($0) }
    let seconds = time {
      for start in stride(from: 0, to: count, by: batch) {
        run("BEGIN IMMEDIATE")
        for event in made[start..<min(start + batch, count)] { insert(event, entries, events) }
        run("COMMIT")
      }
    }
    return Result(count, in: seconds)
  }

  private func insert(_ event: BenchEvent, _ entries: OpaquePointer?, _ events: OpaquePointer?) {
    sqlite3_bind_int64(entries, 1, Int64(event.number + 1))
    sqlite3_bind_int64(entries, 2, Int64(BenchEvent.start))
    text(entries, 3, "scan.recorded")
    text(entries, 4, #"{"name":"bench"}"#)
    text(entries, 5, Self.payload)
    step(entries)
    sqlite3_bind_int64(events, 1, Int64(event.number + 1))
    text(events, 2, event.id)
    blob(events, 3, id)
    blob(events, 4, digest)
    text(events, 5, "d0")
    sqlite3_bind_int64(events, 6, Int64(event.number))
    sqlite3_bind_int64(events, 7, Int64(BenchEvent.start + event.number))
    sqlite3_bind_int64(events, 8, Int64(BenchEvent.start))
    sqlite3_bind_int64(events, 9, 0)
    sqlite3_bind_int64(events, 10, 1)
    text(events, 11, "ann")
    text(events, 12, "scan")
    text(events, 13, event.code)
    text(events, 14, "code-128")
    blob(events, 15, id)
    step(events)
  }

  private let id = [UInt8](repeating: 7, count: 16)
  private let digest = [UInt8](repeating: 9, count: 32)

  private func text(_ statement: OpaquePointer?, _ place: Int32, _ text: String) {
    sqlite3_bind_text(statement, place, text, Int32(text.utf8.count), Self.copied)
  }

  private func blob(_ statement: OpaquePointer?, _ place: Int32, _ bytes: [UInt8]) {
    sqlite3_bind_blob(statement, place, bytes, Int32(bytes.count), Self.copied)
  }

  private func step(_ statement: OpaquePointer?) {
    precondition(sqlite3_step(statement) == SQLITE_DONE)
    sqlite3_reset(statement)
  }

  /// SQLite's SQLITE_TRANSIENT: the bytes are copied before the call returns.
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
