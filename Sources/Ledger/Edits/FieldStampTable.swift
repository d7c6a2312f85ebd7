import Inventory
import Storage

/// When a field was written last.
struct FieldStamp {
  let key: OrderKey
  /// The entry that did.
  let seq: Int
}

/// Which edit wrote a field last, inside a transaction; assets are called by their numbers.
///
/// A field without a row was written last when the asset was created.
struct FieldStampTable {
  let connection: Connection

  func stamp(of field: AssetField, _ asset: Int) throws -> FieldStamp {
    let written = try connection.first(
      """
      SELECT occurred_at, device_id, device_seq, client_event_id, seq FROM field_stamps
      WHERE asset_number = \(asset) AND field = \(field.key)
      """
    ) { row in
      FieldStamp(
        key: OrderKey(
          occurredAt: try row.int(0), deviceID: try row.text(1), deviceSeq: try row.int(2),
          clientEventID: try row.text(3)),
        seq: try row.int(4))
    }
    return try written ?? ofCreation(asset)
  }

  func keep(_ stamp: FieldStamp, of field: AssetField, _ asset: Int) throws {
    let key = stamp.key
    try connection.execute(
      """
      INSERT INTO field_stamps (asset_number, field, occurred_at, device_id, device_seq,
        client_event_id, seq)
      VALUES (\(asset), \(field.key), \(key.occurredAt), \(key.deviceID), \(key.deviceSeq),
        \(key.clientEventID), \(stamp.seq))
      ON CONFLICT (asset_number, field) DO UPDATE SET occurred_at = excluded.occurred_at,
        device_id = excluded.device_id, device_seq = excluded.device_seq,
        client_event_id = excluded.client_event_id, seq = excluded.seq
      """)
  }

  private func ofCreation(_ asset: Int) throws -> FieldStamp {
    let (at, seq) =
      try connection.first(
        """
        SELECT at, seq FROM asset_history WHERE asset_number = \(asset) ORDER BY seq LIMIT 1
        """
      ) { (try $0.int(0), try $0.int(1)) } ?? (0, 0)
    return FieldStamp(
      key: OrderKey(occurredAt: at, deviceID: "", deviceSeq: seq, clientEventID: ""), seq: seq)
  }
}
