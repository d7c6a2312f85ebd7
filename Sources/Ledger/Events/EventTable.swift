import Foundation
import Inventory
import Storage

/// The scan events, inside a transaction.
struct EventTable {
  let connection: Connection

  /// The digests by which second deliveries are compared, of those ids that are known.
  func digests(of clientEventIDs: [String]) throws -> [String: [UInt8]] {
    let known = try connection.all(Self.digests(of: clientEventIDs)) {
      (try $0.text(0), try $0.blob(1))
    }
    return Dictionary(known) { first, _ in first }
  }

  static func digests(of clientEventIDs: [String]) -> SQLQuery {
    """
    SELECT client_event_id, digest FROM scan_events
    WHERE client_event_id IN (\(list: clientEventIDs))
    """
  }

  func isVoided(_ clientEventID: String, in stocktake: ObjectID) throws -> Bool {
    try connection.first(
      """
      SELECT 1 FROM scan_events WHERE stocktake_id = \(stocktake.bytes) AND kind = 'void'
        AND void_target = \(clientEventID.composed)
      """
    ) { _ in true } ?? false
  }

  /// The code of the location that an event names; nil for none.
  func location(of clientEventID: String) throws -> String? {
    try connection.first(
      """
      SELECT l.code FROM scan_events e JOIN locations l ON l.id = e.location_id
      WHERE e.client_event_id = \(clientEventID.composed)
      """
    ) { try $0.text(0) }
  }

  func lastSeq(of device: String) throws -> Int {
    try connection.first(
      "SELECT COALESCE(MAX(device_seq), 0) FROM scan_events WHERE device_id = \(device)"
    ) { try $0.int(0) } ?? 0
  }

  /// The statement that adds events.
  static func insertion(_ connection: Connection) throws -> RowInsertion {
    try RowInsertion(
      connection, into: "scan_events",
      columns: [
        "seq", "client_event_id", "stocktake_id", "digest", "device_id", "device_seq",
        "occurred_at", "recorded_at", "clock_suspect", "round", "counter", "kind", "code",
        "symbology", "location_id", "quantity", "void_target", "image", "polygon", "quality",
        "weak", "crop", "crop_polygon",
      ])
  }

  func insert(
    _ recording: ScanRecording, stocktake: ObjectID, location: ObjectID?, books: Books
  ) throws {
    let (event, evidence) = (recording.event, recording.event.evidence)
    try books.memory.scanEvents(connection).insert { row in
      row.add(books.seq)
      row.add(event.clientEventID.composed)
      row.add(stocktake.bytes)
      row.add(recording.digest)
      row.add(event.deviceID)
      row.add(event.deviceSeq)
      row.add(event.occurredAt)
      row.add(books.at)
      row.add(DeviceClock.isSuspect(event.occurredAt, recordedAt: books.at))
      row.add(event.round ?? 1)
      row.add(event.counter)
      row.add(event.kind.rawValue)
      row.add(event.code)
      row.add(event.symbology)
      row.add(location?.bytes)
      row.add(event.quantity)
      row.add(event.void)
      row.add(evidence?.image)
      row.add(evidence?.polygon.map(PolygonText.text))
      row.add(evidence?.quality)
      row.add(evidence?.weak)
      row.add(evidence?.crop)
      row.add(evidence?.cropPolygon.map(PolygonText.text))
    }
  }

  /// The events of a stocktake, in the order in which they were recorded.
  func events(of stocktake: ObjectID) throws -> [ScanEvent] {
    let locations = try LocationTable(connection: connection).codes()
    return try connection.all(
      """
      SELECT client_event_id, device_id, device_seq, occurred_at, recorded_at, round, counter,
        kind, code, symbology, location_id, quantity, void_target, image, polygon, quality, weak,
        crop, crop_polygon
      FROM scan_events WHERE stocktake_id = \(stocktake.bytes) ORDER BY seq
      """
    ) { row in
      ScanEvent(
        clientEventID: try row.text(0), deviceID: try row.text(1), deviceSeq: try row.int(2),
        occurredAt: try row.int(3), round: try row.int(5), counter: try row.optionalText(6),
        content: try Self.content(row, locations), recordedAt: try row.int(4))
    }
  }

  private static func content(
    _ row: SQLRow, _ locations: [ObjectID: String]
  ) throws -> ScanEvent.Content {
    let location = try row.optionalBlob(10).flatMap { locations[ObjectID(bytes: $0)] }
    switch try row.text(7) {
    case "location": return .location(location)
    case "done": return .done(location)
    case "void": return .void(try row.text(12))
    default:
      return .scan(
        Scan(
          code: try row.text(8), symbology: try row.optionalText(9), location: location,
          quantity: try row.optionalText(11), evidence: try evidence(row)))
    }
  }

  private static func evidence(_ row: SQLRow) throws -> Evidence? {
    let evidence = Evidence(
      image: try row.optionalText(13),
      polygon: try row.optionalText(14).map(PolygonText.polygon),
      quality: try row.optionalInt(15), weak: try row.optionalInt(16).map { $0 != 0 },
      crop: try row.optionalText(17),
      cropPolygon: try row.optionalText(18).map(PolygonText.polygon))
    let isEmpty = evidence == Evidence(image: nil, polygon: nil, quality: nil, weak: nil)
    return isEmpty ? nil : evidence
  }
}

/// An outline in a column: `x y,x y,…`.
enum PolygonText {
  static func text(_ polygon: [[Double]]) -> String {
    polygon.map { $0.map(number).joined(separator: " ") }.joined(separator: ",")
  }

  static func polygon(_ text: String) -> [[Double]] {
    text.split(separator: ",").map { $0.split(separator: " ").compactMap { Double($0) } }
  }

  private static func number(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
  }
}
