import Inventory
import Storage

extension Connection {
  /// The events of a stocktake, in the order in which they were recorded.
  func scanEvents(of stocktake: ObjectID) throws -> [ScanEvent] {
    var reader = ScanEventReader(locations: try LocationTable(connection: self).codes())
    var events: [ScanEvent] = []
    // An array that grows is there twice for a moment.
    events.reserveCapacity(
      try count("SELECT COUNT(*) FROM scan_events WHERE stocktake_id = \(stocktake.bytes)"))
    try forEach(
      """
      SELECT client_event_id, device_id, device_seq, occurred_at, recorded_at, round, counter,
        kind, code, symbology, location_id, quantity, void_target, image, polygon, quality, weak,
        crop, crop_polygon
      FROM scan_events WHERE stocktake_id = \(stocktake.bytes) ORDER BY seq
      """
    ) { row in events.append(try reader.event(row)) }
    return events
  }
}

/// Reads events, of which there may be a million.
private struct ScanEventReader {
  let locations: [ObjectID: String]
  /// Events of one device, counter or picture share its name.
  private var names = TextPool()

  init(locations: [ObjectID: String]) { self.locations = locations }

  mutating func event(_ row: SQLRow) throws -> ScanEvent {
    ScanEvent(
      clientEventID: try row.text(0), deviceID: names.shared(try row.text(1)),
      deviceSeq: try row.int(2), occurredAt: try row.int(3), round: try row.int(5),
      counter: try row.optionalText(6).map { names.shared($0) }, content: try content(row),
      recordedAt: try row.int(4))
  }

  private mutating func content(_ row: SQLRow) throws -> ScanEvent.Content {
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

  private mutating func evidence(_ row: SQLRow) throws -> Evidence? {
    let columns = 13...18
    guard columns.contains(where: { !row.isNull($0) }) else { return nil }
    return Evidence(
      image: try row.optionalText(13).map { names.shared($0) },
      polygon: try row.optionalText(14).map(Polygon.init(column:)),
      quality: try row.optionalInt(15), weak: try row.optionalInt(16).map { $0 != 0 },
      crop: try row.optionalText(17),
      cropPolygon: try row.optionalText(18).map(Polygon.init(column:)))
  }
}

/// Texts that many values have in common, each kept once.
private struct TextPool {
  private var texts: Set<String> = []

  /// Swift keeps texts up to this many bytes in the value itself.
  private static let inlineLimit = 15
  /// What comes again comes again soon: a pool of a million pictures would be no saving.
  private static let limit = 10_000

  mutating func shared(_ text: String) -> String {
    guard text.utf8.count > Self.inlineLimit else { return text }
    if texts.count > Self.limit { texts.removeAll(keepingCapacity: true) }
    return texts.insert(text).memberAfterInsert
  }
}
