import Inventory
import Storage

/// What an edit would have made of a field that was written later already.
package struct EditConflict: Sendable, Equatable, Codable {
  /// The entry of the edit that came too late.
  package let seq: Int
  /// The asset's tag.
  package let asset: String
  package let field: String
  /// What the edit says.
  package let value: String
  /// What the field kept.
  package let kept: String
  /// The entry that wrote what was kept.
  package let keptSeq: Int
  /// RFC 3339, by the device's clock.
  package let occurredAt: String
  package let device: String
  /// Who delivered the edit.
  package let by: String

  private enum CodingKeys: String, CodingKey {
    case seq, asset, field, value, kept, device, by
    case keptSeq = "kept_seq"
    case occurredAt = "occurred_at"
  }
}

extension LedgerStore {
  /// The edits that came too late, field by field, in the order of the log.
  package func conflicts() throws -> [EditConflict] {
    try database.read { connection in
      try connection.all(
        """
        SELECT c.seq, a.tag, COALESCE(f.name, c.field), c.value, c.kept, c.kept_seq, n.payload,
          n.principal
        FROM edit_conflicts c JOIN assets a ON a.number = c.asset_number
          JOIN entries n ON n.seq = c.seq
          LEFT JOIN custom_fields f ON 'field:' || f.name_key = c.field
        ORDER BY c.seq, c.field
        """
      ) { row in
        let origin = try CanonicalJSON.value(AssetEdit.self, row.text(6)).origin
        return EditConflict(
          seq: try row.int(0), asset: try row.text(1), field: try row.text(2),
          value: try row.text(3), kept: try row.text(4), keptSeq: try row.int(5),
          occurredAt: origin?.occurredAt ?? "", device: origin?.deviceID ?? "",
          by: try CanonicalJSON.value(Principal.self, row.text(7)).name)
      }
    }
  }
}
