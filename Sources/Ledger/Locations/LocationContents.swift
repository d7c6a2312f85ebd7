import Storage

/// A location, what it lies in, and what is in it.
package struct LocationContents: Sendable, Equatable {
  package let location: Location
  /// What it lies in, the root first.
  package let ancestors: [Location]
  /// What lies directly in it, by code.
  package let parts: [LocationCount]
  /// Assets that the books have right here, by tag; as many as were asked for.
  package let assets: [AssetDetails]
  /// How many they are in all.
  package let assetCount: Int
}

extension LedgerStore {
  /// What is in a location.
  ///
  /// - Parameter limit: how many assets at most.
  /// - Throws: `LedgerFault` `location.unknown`.
  package func contents(ofLocation code: String, limit: Int = 200) throws -> LocationContents {
    try database.read { connection in
      let id = try LocationTable(connection: connection).existing(code)
      let overview = try LocationOverview(connection)
      guard let count = overview.count(of: id) else {
        throw LedgerFault.unknownLocation(code, known: [])
      }
      var reader = AssetReader(connection)
      let assets = try AssetTable(connection: connection).at(id, limit: limit)
      return LocationContents(
        location: count.location, ancestors: overview.ancestors(of: id),
        parts: overview.parts(of: id), assets: try assets.map { try reader.details(of: $0) },
        assetCount: count.here)
    }
  }

  /// What a location lies in, the root first, and the location itself; empty where there is none.
  package func path(ofLocation code: String) throws -> [Location] {
    try database.read { connection in
      let table = LocationTable(connection: connection)
      var path: [Location] = []
      var next = try table.id(of: code)
      while let id = next, let step = try table.row(of: id) {
        path.append(step.location)
        next = step.parent
      }
      return path.reversed()
    }
  }
}

extension AssetTable {
  /// Assets that the books have right in a location, by tag.
  fileprivate func at(_ location: ObjectID, limit: Int) throws -> [Stored] {
    try connection.all(
      """
      SELECT \(raw: Self.columns) FROM assets WHERE location_id = \(location.bytes)
      ORDER BY tag LIMIT \(limit)
      """, Self.stored)
  }
}
