package import Ledger
package import Tabular

/// Writes all assets as a table that an import takes.
package enum AssetExporter {
  /// Writes the table and returns how many assets are in it; memory doesn't grow with them.
  package static func write(
    _ store: LedgerStore, as format: TableFormat, to take: @escaping ([UInt8]) throws -> Void,
    onRow: () -> Void = {}
  ) throws -> Int {
    try store.exportAssets { export in
      // JSON has arrays: only CSV must know how many columns it needs.
      let widths = format == .csv ? try export.widths() : [:]
      let columns = export.columns
      var writer = TableWriter(
        format, columns.map { .init($0.name, width: $0.repeats ? widths[$0.name] ?? 0 : nil) },
        to: take)
      var count = 0
      try export.forEach { asset in
        try writer.write(columns.map { $0.texts(asset) })
        count += 1
        onRow()
      }
      try writer.finish()
      return count
    }
  }
}
