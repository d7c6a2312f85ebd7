import Inventory
import Storage

extension Connection {
  /// All that the outcome of a stocktake depends on, read in one transaction.
  func facts(of stocktake: Stocktake) throws -> StocktakeFacts {
    let locations = LocationTable(connection: self)
    var rules = try codeRules(before: stocktake.closedSeq ?? .max)
    rules.issuedLabels = try unassignedLabels(before: stocktake.closedSeq ?? .max)
    let history = try BookHistoryReader(connection: self, stocktake: stocktake)
    return StocktakeFacts(
      scope: stocktake.scope, locations: try locations.tree(), policy: stocktake.policy,
      assets: try history.assets(), moves: try history.moves(),
      events: try EventTable(connection: self).events(of: stocktake.id),
      codes: rules)
  }
}

/// Reads the books as they were when a stocktake opened, and what changed since.
private struct BookHistoryReader {
  let connection: Connection
  let opening: Int
  /// The last entry that counts.
  let end: Int
  private let locations: [ObjectID: String]
  /// By the numbers of assets.
  private let tags: [Int: String]

  init(connection: Connection, stocktake: Stocktake) throws {
    self.connection = connection
    opening = stocktake.openedSeq
    end = stocktake.closedSeq ?? .max
    locations = try LocationTable(connection: connection).codes()
    var tags: [Int: String] = [:]
    try connection.forEach("SELECT number, tag FROM assets") {
      tags[try $0.int(0)] = try $0.text(1)
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
      SELECT asset_number, location_id, status, at, seq FROM (
        SELECT asset_number, location_id, status, at, seq, ROW_NUMBER() OVER (
          PARTITION BY asset_number
          ORDER BY CASE WHEN seq < \(opening) THEN 0 ELSE 1 END,
            CASE WHEN seq < \(opening) THEN -seq ELSE seq END) AS place
        FROM asset_history WHERE seq < \(end)) AS ranked
      WHERE place = 1 ORDER BY asset_number
      """
    ) { row in
      let number = try row.int(0)
      let isNew = try row.int(4) > opening
      assets.append(
        Asset(
          id: tags[number] ?? "\(number)",
          location: try row.optionalBlob(1).flatMap { locations[ObjectID(bytes: $0)] },
          status: try row.status(2), codes: codes[number] ?? [],
          createdDuringCountAt: isNew ? try row.int(3) : nil))
    }
    return assets
  }

  /// Changes during the count; the creation of an asset is none.
  func moves() throws -> [Move] {
    try connection.all(
      """
      SELECT asset_number, at, location_id, status FROM asset_history AS change
      WHERE seq > \(opening) AND seq < \(end)
        AND seq > (SELECT MIN(seq) FROM asset_history WHERE asset_number = change.asset_number)
      ORDER BY seq
      """
    ) { row in
      let number = try row.int(0)
      return Move(
        asset: tags[number] ?? "\(number)", at: try row.int(1),
        location: try row.optionalBlob(2).flatMap { locations[ObjectID(bytes: $0)] },
        status: try row.status(3))
    }
  }

  private func codes() throws -> [Int: [AssetCode]] {
    var codes: [Int: [AssetCode]] = [:]
    try connection.forEach(
      """
      SELECT asset_number, code, kind FROM asset_codes WHERE seq < \(end)
      ORDER BY asset_number, code
      """
    ) {
      codes[try $0.int(0), default: []].append(
        AssetCode(try $0.text(1), kind: AssetCode.Kind(rawValue: try $0.text(2)) ?? .physical))
    }
    return codes
  }
}
