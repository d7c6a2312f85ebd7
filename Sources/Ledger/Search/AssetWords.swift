import Storage

/// What each asset is found by, inside a transaction: its texts as `NameKey` folds them, one a line.
///
/// The folding is ours, so that both engines find the same.
struct AssetWords {
  let connection: Connection

  static let index = SubstringIndex(
    "asset_words_index", on: "asset_words", key: "number", column: "words",
    mark: "asset_words_index_mark")

  /// Keeps the texts of an asset that has none yet.
  func insert(_ texts: [String], of number: Int) throws {
    try connection.execute(
      "INSERT INTO asset_words (number, words) VALUES (\(number), \(Self.words(texts)))")
  }

  /// Keeps the texts of an asset in place of those before.
  func update(_ texts: [String], of number: Int) throws {
    let words = Self.words(texts)
    try connection.execute(
      "UPDATE asset_words SET words = \(words) WHERE number = \(number) AND words <> \(words)")
  }

  private static func words(_ texts: [String]) -> String {
    texts.map(NameKey.of).filter { !$0.isEmpty }.joined(separator: "\n")
  }
}

extension AssetTable.Stored {
  /// What a search looks into.
  var searchedTexts: [String] { [tag, name, serial, make, model, custodian, category] }
}
