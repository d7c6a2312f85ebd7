import Inventory
import Storage

extension LedgerSchema {
  /// Which number of which device an edit has, as scan events have one: a device numbers all that
  /// it sends.
  static func editsByDevice(_ dialect: Dialect) -> [String] {
    [
      "ALTER TABLE asset_edits ADD COLUMN device_id \(dialect.text) NOT NULL DEFAULT ''",
      "ALTER TABLE asset_edits ADD COLUMN device_seq BIGINT NOT NULL DEFAULT 0",
      "ALTER TABLE asset_edits ADD COLUMN recorded_at BIGINT NOT NULL DEFAULT 0",
      """
      ALTER TABLE asset_edits ADD COLUMN clock_suspect BIGINT NOT NULL DEFAULT 0
        CHECK (clock_suspect IN (0, 1))
      """,
      "CREATE INDEX asset_edits_by_device ON asset_edits (device_id, device_seq)",
    ]
  }

  /// Takes the devices of older edits from the log.
  static func fillEditsByDevice(_ connection: Connection) throws {
    let edits = try connection.all(
      """
      SELECT e.seq, e.recorded_at, e.payload FROM asset_edits a JOIN entries e ON e.seq = a.seq
      ORDER BY e.seq
      """
    ) { row in
      (
        seq: try row.int(0), at: try row.int(1),
        origin: try CanonicalJSON.value(AssetEdit.self, row.text(2)).origin
      )
    }
    for (seq, at, origin) in edits {
      guard let origin else { continue }
      try connection.execute(
        """
        UPDATE asset_edits SET device_id = \(origin.deviceID), device_seq = \(origin.deviceSeq),
          recorded_at = \(at), clock_suspect = \(origin.isClockSuspect(at: at)) WHERE seq = \(seq)
        """)
    }
  }
}
