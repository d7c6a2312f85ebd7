import CPostgres
import Foundation

/// The peer on PostgreSQL: INSERTs through libpq, prepared once and sent in a pipeline.
///
/// What `BareInserts` says of tables and columns holds here; a batch is one way to the server and back.
final class BareInsertsOnPostgres {
  private let handle: OpaquePointer?
  private static let payload = String(repeating: "x", count: 330)

  /// - Parameter address: `…?schema=NAME`, as the ledger's.
  init(at address: String) {
    let parts = address.components(separatedBy: "schema=")
    handle = PQconnectdb(String(parts[0].dropLast()))
    precondition(PQstatus(handle) == CONNECTION_OK, String(cString: PQerrorMessage(handle)))
    PQclear(PQexec(handle, "CREATE SCHEMA \(parts[1])"))
    PQclear(PQexec(handle, "SET search_path = \(parts[1])"))
    for sql in Self.form + BareInserts.indexes {
      let result = PQexec(handle, sql)
      precondition(PQresultStatus(result) == PGRES_COMMAND_OK, sql)
      PQclear(result)
    }
    for (name, sql) in Self.statements { PQclear(PQprepare(handle, name, sql, 0, nil)) }
    PQenterPipelineMode(handle)
  }

  deinit { PQfinish(handle) }

  private static let form = [
    """
    CREATE TABLE entries (seq BIGINT PRIMARY KEY, recorded_at BIGINT, kind TEXT COLLATE "C",
      principal TEXT COLLATE "C", payload TEXT COLLATE "C")
    """,
    """
    CREATE TABLE scan_events (seq BIGINT PRIMARY KEY, client_event_id TEXT COLLATE "C" UNIQUE,
      stocktake_id BYTEA, digest BYTEA, device_id TEXT COLLATE "C", device_seq BIGINT,
      occurred_at BIGINT, recorded_at BIGINT, clock_suspect BIGINT, round BIGINT,
      counter TEXT COLLATE "C", kind TEXT COLLATE "C", code TEXT COLLATE "C",
      symbology TEXT COLLATE "C", location_id BYTEA, quantity TEXT COLLATE "C",
      void_target TEXT COLLATE "C", image TEXT COLLATE "C", polygon TEXT COLLATE "C",
      quality BIGINT, weak BIGINT, crop TEXT COLLATE "C", crop_polygon TEXT COLLATE "C")
    """,
  ]

  private static func places(_ count: Int) -> String {
    (1...count).map { "$\($0)" }.joined(separator: ", ")
  }

  private static let statements = [
    ("begin", "BEGIN"), ("commit", "COMMIT"),
    ("entries", "INSERT INTO entries VALUES (\(places(5)))"),
    ("events", "INSERT INTO scan_events VALUES (\(places(23)))"),
  ]

  func run(_ count: Int, batch: Int) -> Result {
    let made = (0..<count).map { BenchEvent($0) }
    let seconds = time {
      for start in stride(from: 0, to: count, by: batch) {
        send("begin", Values())
        for event in made[start..<min(start + batch, count)] { insert(event) }
        send("commit", Values())
        PQpipelineSync(handle)
        receive()
      }
    }
    return Result(count, in: seconds)
  }

  private func insert(_ event: BenchEvent) {
    var entry = Values()
    entry.add(event.number + 1)
    entry.add(BenchEvent.start)
    for text in ["scan.recorded", #"{"name":"bench"}"#, Self.payload] {
      entry.add(Array(text.utf8))
    }
    send("entries", entry)
    var row = Values()
    row.add(event.number + 1)
    for value in [Array(event.id.utf8), id, digest, Array("d0".utf8)] { row.add(value) }
    for number in [event.number, BenchEvent.start + event.number, BenchEvent.start, 0, 1] {
      row.add(number)
    }
    for text in ["ann", "scan", event.code, "code-128"] { row.add(Array(text.utf8)) }
    row.add(id)
    for _ in 0..<8 { row.add(nil) }
    send("events", row)
  }

  private let id = [UInt8](repeating: 7, count: 16)
  private let digest = [UInt8](repeating: 9, count: 32)

  /// In PostgreSQL's binary form.
  private struct Values {
    var bytes: [UInt8] = [0]
    var starts: [Int?] = []
    var lengths: [Int32] = []

    mutating func add(_ number: Int) {
      add(Swift.withUnsafeBytes(of: number.bigEndian) { Array($0) })
    }

    mutating func add(_ value: [UInt8]?) {
      starts.append(value.map { _ in bytes.count })
      lengths.append(Int32(value?.count ?? 0))
      bytes += value ?? []
    }
  }

  private func send(_ statement: String, _ values: Values) {
    let formats = [Int32](repeating: 1, count: values.starts.count)
    let sent = values.bytes.withUnsafeBytes { bytes in
      let base = bytes.bindMemory(to: CChar.self).baseAddress
      let places = values.starts.map { start in start.flatMap { start in base.map { $0 + start } } }
      return PQsendQueryPrepared(
        handle, statement, Int32(places.count), places, values.lengths, formats, 1)
    }
    precondition(sent == 1)
  }

  /// Reads the answers of a batch, each followed by none, up to that of its end.
  private func receive() {
    while true {
      guard let result = PQgetResult(handle) else { continue }
      defer { PQclear(result) }
      let status = PQresultStatus(result)
      if status == PGRES_PIPELINE_SYNC { return }
      precondition(status == PGRES_COMMAND_OK, String(cString: PQresultErrorMessage(result)))
    }
  }
}
