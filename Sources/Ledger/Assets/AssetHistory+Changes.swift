import Inventory
import Storage

/// Reads how the books changed, inside a transaction; assets are called by their numbers.
struct AssetChanges {
  let connection: Connection

  private struct Row {
    let seq, at: Int
    let by: Principal
    let standing: AssetHistory.Standing
  }

  func newest(
    of asset: Int, limit: Int
  ) throws -> (rows: [AssetHistory.Change], hasOlder: Bool) {
    // One more than is shown: the oldest that is shown changed something, too.
    let rows = try rows(of: asset, limit: limit + 1)
    let changes = rows.indices.prefix(limit).map { index in
      AssetHistory.Change(
        seq: rows[index].seq, at: rows[index].at, by: rows[index].by,
        before: index + 1 < rows.count ? rows[index + 1].standing : nil,
        after: rows[index].standing)
    }
    return (changes, rows.count > limit)
  }

  private func rows(of asset: Int, limit: Int) throws -> [Row] {
    try connection.all(
      """
      SELECT h.seq, h.at, n.principal, l.code, h.status
      FROM asset_history h JOIN entries n ON n.seq = h.seq
        LEFT JOIN locations l ON l.id = h.location_id
      WHERE h.asset_number = \(asset) ORDER BY h.seq DESC LIMIT \(limit)
      """
    ) { row in
      Row(
        seq: try row.int(0), at: try row.int(1),
        by: try CanonicalJSON.value(Principal.self, row.text(2)),
        standing: AssetHistory.Standing(
          location: try row.optionalText(3), status: try row.status(4)))
    }
  }
}
