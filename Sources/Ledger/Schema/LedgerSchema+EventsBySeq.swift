import Inventory
import Storage

extension LedgerSchema {
  /// Scan events by the number of their entry, and with the mark of a clock that isn't believed.
  ///
  /// Events come in the order of their entries, so a table with that key grows at its end, and the
  /// index that kept entries apart isn't needed. Indexes over what most events don't have (a
  /// picture, another event to void) hold those that have it: each index that an event isn't in
  /// saves a tenth of its cost.
  static func eventsBySeq(_ dialect: Dialect) -> [String] {
    let (text, blob) = (dialect.text, dialect.blob)
    return [
      """
      CREATE TABLE new_scan_events (
        seq \(dialect.integerKey) REFERENCES entries (seq),
        client_event_id \(text) NOT NULL UNIQUE,
        stocktake_id \(blob) NOT NULL REFERENCES stocktakes (id), digest \(blob) NOT NULL,
        device_id \(text) NOT NULL, device_seq BIGINT NOT NULL, occurred_at BIGINT NOT NULL,
        recorded_at BIGINT NOT NULL,
        clock_suspect BIGINT NOT NULL CHECK (clock_suspect IN (0, 1)),
        round BIGINT NOT NULL CHECK (round >= 1), counter \(text),
        kind \(text) NOT NULL CHECK (kind IN ('scan', 'location', 'done', 'void')),
        code \(text), symbology \(text), location_id \(blob) REFERENCES locations (id),
        quantity \(text), void_target \(text), image \(text), polygon \(text), quality BIGINT,
        weak BIGINT, crop \(text), crop_polygon \(text))
      """,
      """
      INSERT INTO new_scan_events (seq, client_event_id, stocktake_id, digest, device_id,
        device_seq, occurred_at, recorded_at, clock_suspect, round, counter, kind, code,
        symbology, location_id, quantity, void_target, image, polygon, quality, weak, crop,
        crop_polygon)
      SELECT seq, client_event_id, stocktake_id, digest, device_id, device_seq, occurred_at,
        recorded_at, CASE WHEN occurred_at - recorded_at > 300000 THEN 1 ELSE 0 END, round,
        counter, kind, code, symbology, location_id, quantity, void_target, image, polygon,
        quality, weak, crop, crop_polygon
      FROM scan_events ORDER BY seq
      """,
      "DROP TABLE scan_events",
      "ALTER TABLE new_scan_events RENAME TO scan_events",
      "CREATE INDEX scan_events_by_stocktake ON scan_events (stocktake_id, seq)",
      "CREATE INDEX scan_events_by_device ON scan_events (device_id, device_seq)",
      "CREATE INDEX scan_events_by_image ON scan_events (image) WHERE image IS NOT NULL",
      """
      CREATE INDEX scan_events_by_void ON scan_events (void_target) WHERE void_target IS NOT NULL
      """,
    ] + scanEventsByCode
  }

  /// Has the digest of every event follow from its entry alone.
  ///
  /// That of a scanned location label was over the label as it was delivered, and the log keeps what
  /// the label says.
  static func digestEventsFromLog(_ connection: Connection, _: Int) throws {
    var digests: [(seq: Int, digest: [UInt8])] = []
    try connection.forEach(
      """
      SELECT e.seq, e.payload FROM scan_events s JOIN entries e ON e.seq = s.seq
      WHERE s.kind = 'location' ORDER BY e.seq
      """
    ) { row in
      let recording = try CanonicalJSON.value(ScanRecording.self, try row.text(1))
      digests.append((try row.int(0), recording.digest))
    }
    for (seq, digest) in digests {
      try connection.execute("UPDATE scan_events SET digest = \(digest) WHERE seq = \(seq)")
    }
  }
}
