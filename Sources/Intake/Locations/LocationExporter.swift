package import Ledger
package import Tabular

/// Writes all locations as a table that an import takes, each before those that lie in it.
package enum LocationExporter {
  /// Writes the table and returns how many locations are in it.
  package static func write(
    _ store: LedgerStore, as format: TableFormat, to take: @escaping ([UInt8]) throws -> Void
  ) throws -> Int {
    let locations = try store.locationOverview().map(\.location)
    var writer = TableWriter(format, LocationImporter.columns.map { .init($0) }, to: take)
    for location in locations {
      try writer.write([
        [location.code], [location.name], [location.kind.rawValue], [location.parent ?? ""],
      ])
    }
    try writer.finish()
    return locations.count
  }
}
