import Inventory
import Storage

/// All assets in one state of the books.
package struct ExportedAssets {
  private let connection: Connection

  /// The columns, in their order.
  package let columns: [AssetColumn]

  fileprivate init(_ connection: Connection) throws {
    self.connection = connection
    columns = AssetColumn.all(fields: try CustomFieldTable(connection: connection).all())
  }

  /// How often the columns that repeat are needed at most, by name.
  package func widths() throws -> [String: Int] {
    let repeating = columns.filter(\.repeats)
    return try AssetRecordReader(connection).mostCodes { code in
      repeating.first { $0.holds(code) }?.name ?? ""
    }
  }

  /// Hands out every asset, by tag.
  package func forEach(_ body: (AssetRecord) throws -> Void) throws {
    var reader = AssetRecordReader(connection)
    try reader.forEach(body)
  }
}

extension LedgerStore {
  /// Runs a closure on all assets, as they are in one state of the books.
  package func exportAssets<Value>(_ body: (ExportedAssets) throws -> Value) throws -> Value {
    try database.read { try body(ExportedAssets($0)) }
  }
}
