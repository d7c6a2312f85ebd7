import Storage

extension LedgerSchema {
  /// What assets are found by, and the index over parts of it.
  static func search(_ dialect: Dialect) -> [String] {
    [
      """
      CREATE TABLE asset_words (
        number \(dialect.integerKey) REFERENCES assets (number), words \(dialect.text) NOT NULL)
      """
    ]
      + dialect.substringIndex(AssetWords.index)
  }

  /// Of the assets that are there; the next transaction that appends indexes them.
  static func fillSearch(_ connection: Connection) throws {
    let words = AssetWords(connection: connection)
    try connection.forEach("SELECT \(raw: AssetTable.columns) FROM assets ORDER BY number") {
      try words.keep(AssetTable.stored($0))
    }
  }
}
