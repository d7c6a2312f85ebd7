package import Inventory
import Storage

/// What became of an asset: how the books changed, and where stocktakes saw it.
package struct AssetHistory: Sendable, Equatable {
  /// Newest first.
  package let changes: [Change]
  /// Newest first, by the devices' clocks.
  package let sightings: [Sighting]
  /// Whether something older was left out.
  package let hasOlder: Bool

  /// One change of the books.
  package struct Change: Sendable, Equatable {
    /// The entry that says it.
    package let seq: Int
    /// Milliseconds.
    package let at: Int
    package let by: Principal
    /// Nil where the asset was created.
    package let before: Standing?
    package let after: Standing
  }

  /// Where the books have an asset.
  package struct Standing: Sendable, Equatable {
    /// A location's code; nil for none.
    package let location: String?
    package let status: AssetStatus
  }

  /// A scan whose code leads to the asset.
  package struct Sighting: Sendable, Equatable {
    /// The event's id.
    package let event: String
    /// As it was read.
    package let code: String
    package let symbology: String?
    /// Milliseconds, by the device's clock.
    package let at: Int
    package let device: String
    package let counter: String?
    /// The code of the location where it was seen; nil where nobody said.
    package let location: String?
    package let stocktake: StocktakeName
    /// Whether somebody said that the scan doesn't count.
    package let isVoided: Bool
    /// Nil where no picture of it is kept here.
    package let crop: CropView?
  }

  /// How people call a stocktake.
  package struct StocktakeName: Sendable, Equatable {
    package let number: Int
    package let name: String
  }
}

extension LedgerStore {
  /// What became of an asset, as codes are read now.
  ///
  /// - Parameter limit: how many changes and how many sightings at most.
  package func history(of asset: AssetDetails, limit: Int = 100) throws -> AssetHistory {
    try database.read { connection in
      let changes = try AssetChanges(connection: connection).newest(of: asset.number, limit: limit)
      let sightings = try AssetSightings(connection).newest(of: asset.number, limit: limit)
      return AssetHistory(
        changes: changes.rows, sightings: sightings.rows,
        hasOlder: changes.hasOlder || sightings.hasOlder)
    }
  }
}
