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
      row.add(evidence?.polygon?.column)
      row.add(evidence?.quality)
      row.add(evidence?.weak)
      row.add(evidence?.crop)
      row.add(evidence?.cropPolygon?.column)
    }
  }
}
