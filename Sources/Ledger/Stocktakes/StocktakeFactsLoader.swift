import Inventory
import Storage

extension Connection {
  /// All that the outcome of a stocktake depends on, read in one transaction.
  func facts(of stocktake: Stocktake) throws -> StocktakeFacts {
    let locations = LocationTable(connection: self)
    let history = try BookHistoryReader(connection: self, stocktake: stocktake)
    return StocktakeFacts(
      scope: stocktake.scope, locations: try locations.tree(), policy: stocktake.policy,
      assets: try history.assets(), moves: try history.moves(),
      events: try EventTable(connection: self).events(of: stocktake.id),
      codes: try codeRules(before: history.end))
  }
}

/// Reads the books as they were when a stocktake opened, and what changed since.
private struct BookHistoryReader {
  let connection: Connection
  let opening: Int
  /// The last entry that counts.
  let end: Int
  private let locations: [ObjectID: String]
  private let tags: [ObjectID: String]

  init(connection: Connection, stocktake: Stocktake) throws {
    self.connection = connection
    opening = stocktake.openedSeq
    end = stocktake.closedSeq ?? .max
    locations = try LocationTable(connection: connection).codes()
    var tags: [ObjectID: String] = [:]
    try connection.forEach("SELECT id, tag FROM assets") {
      tags[ObjectID(bytes: try $0.blob(0))] = try $0.text(1)
    }
    self.tags = tags
  }

  func assets() throws -> [Asset] {
    let codes = try codes()
    var assets: [Asset] = []
    assets.reserveCapacity(tags.count)
    try connection.forEach(
      // The state at the opening, or for an asset that is newer the state that it began with.
      """
      SELECT asset_id, location_id, status, at, seq FROM (
        SELECT asset_id, location_id, status, at, seq, ROW_NUMBER() OVER (
          PARTITION BY asset_id
          ORDER BY CASE WHEN seq < \(opening) THEN 0 ELSE 1 END,
            CASE WHEN seq < \(opening) THEN -seq ELSE seq END) AS place
        FROM asset_history WHERE seq < \(end)) AS ranked
      WHERE place = 1 ORDER BY asset_id
      """
    ) { row in
      let id = ObjectID(bytes: try row.blob(0))
      let isNew = try row.int(4) > opening
      assets.append(
        Asset(
          id: tags[id] ?? id.description,
          location: try row.optionalBlob(1).flatMap { locations[ObjectID(bytes: $0)] },
          status: try row.status(2), codes: codes[id] ?? [],
          createdDuringCountAt: isNew ? try row.int(3) : nil))
    }
    return assets
  }

  /// Changes during the count; the creation of an asset is none.
  func moves() throws -> [Move] {
    try connection.all(
      """
      SELECT asset_id, at, location_id, status FROM asset_history AS change
      WHERE seq > \(opening) AND seq < \(end)
        AND seq > (SELECT MIN(seq) FROM asset_history WHERE asset_id = change.asset_id)
      ORDER BY seq
      """
    ) { row in
      let id = ObjectID(bytes: try row.blob(0))
      return Move(
        asset: tags[id] ?? id.description, at: try row.int(1),
        location: try row.optionalBlob(2).flatMap { locations[ObjectID(bytes: $0)] },
        status: try row.status(3))
    }
  }

  private func codes() throws -> [ObjectID: [AssetCode]] {
    var codes: [ObjectID: [AssetCode]] = [:]
    try connection.forEach(
      "SELECT asset_id, code, kind FROM asset_codes WHERE seq < \(end) ORDER BY asset_id, code"
    ) {
      codes[ObjectID(bytes: try $0.blob(0)), default: []].append(
        AssetCode(try $0.text(1), kind: AssetCode.Kind(rawValue: try $0.text(2)) ?? .physical))
    }
    return codes
  }
}
