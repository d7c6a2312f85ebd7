import Inventory
import Storage

/// What each asset is found by, inside a transaction: its texts as `NameKey` folds them, one a line.
///
/// The folding is ours, so that both engines find the same.
struct AssetWords {
  let connection: Connection

  static let index = SubstringIndex(
    "asset_words_index", on: "asset_words", key: "number", column: "words",
    mark: "asset_words_index_mark")

  /// The texts of an asset and its own fields.
  static func text(of asset: AssetTable.Stored, _ fields: [String: String]) -> String {
    (asset.searchedTexts + fields.values.sortedByBytes())
      .map(NameKey.of).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// Keeps the texts of an asset, in place of those before; its own fields must be kept already.
  func keep(_ asset: AssetTable.Stored) throws {
    let fields =
      asset.hasFields ? try FieldValueTable(connection: connection).values(of: asset.number) : [:]
    let words = Self.text(of: asset, fields)
    try connection.execute(
      """
      INSERT INTO asset_words (number, words) VALUES (\(asset.number), \(words))
      ON CONFLICT (number) DO UPDATE SET words = excluded.words
        WHERE asset_words.words <> excluded.words
      """)
  }
}

extension AssetTable.Stored {
  /// What a search looks into, beside the ledger's own fields.
  fileprivate var searchedTexts: [String] {
    [tag, name, serial, make, model, custodian, category, condition]
  }
}
