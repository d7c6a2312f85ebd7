import Inventory
import Storage

/// Assets that a few words describe.
package struct AssetSearch: Sendable, Equatable {
  /// By tag.
  package let assets: [AssetDetails]
  /// Whether there are more than were asked for.
  package let hasMore: Bool
}

extension LedgerStore {
  /// Finds assets in whose tag, name, serial, make, model, custodian, category, condition and the
  /// ledger's own fields each word occurs somewhere, whatever the case.
  ///
  /// From the fourth word on, words are sought together as they stand.
  package func searchAssets(_ text: String, limit: Int = 50) throws -> AssetSearch {
    guard let words = SearchedWords(text) else { return AssetSearch(assets: [], hasMore: false) }
    let dialect = database.dialect
    return try database.read { connection in
      var reader = AssetReader(connection)
      // One more than is shown tells whether there are more.
      let asked = limit < .max ? limit + 1 : limit
      let found = try words.assets(connection, dialect, limit: asked)
      return AssetSearch(
        assets: try found.prefix(limit).map { try reader.details(of: $0) },
        hasMore: found.count > limit)
    }
  }
}

/// The words of a search, as assets' texts are kept.
private struct SearchedWords {
  private let words: [String]

  /// Nil where nothing can be found.
  init?(_ text: String) {
    // A longer text is no description, and LIKE refuses patterns of more than 50,000 bytes; at a
    // NUL a pattern ends.
    guard text.utf8.count <= 1000, !text.utf8.contains(0) else { return nil }
    words = text.split(maxSplits: 3, whereSeparator: \.isWhitespace)
      .map { NameKey.of(String($0)) }.filter { !$0.isEmpty }
    if words.isEmpty { return nil }
  }

  /// More than these are so many that going through the assets by tag meets enough of them soon.
  private static let fewCandidates = 2000

  /// By tag.
  func assets(
    _ connection: Connection, _ dialect: Dialect, limit: Int
  ) throws -> [AssetTable.Stored] {
    let isWhole = limit > Self.fewCandidates
    let most = isWhole ? Int.max : Self.fewCandidates + 1
    guard let query = dialect.candidates(words, in: AssetWords.index, limit: most) else {
      return try byTag(connection, limit: limit)
    }
    let candidates = try connection.all(query) { try $0.int(0) }
    guard isWhole || candidates.count <= Self.fewCandidates else {
      return try byTag(connection, limit: limit)
    }
    let found = try candidates.compactMap { try asset($0, connection) }
    return Array(found.sorted { $0.tag.isBefore($1.tag) }.prefix(limit))
  }

  /// A candidate, if its texts do contain the words.
  private func asset(_ number: Int, _ connection: Connection) throws -> AssetTable.Stored? {
    let texts = try connection.first("SELECT words FROM asset_words WHERE number = \(number)") {
      try $0.text(0)
    }
    guard let texts, words.allSatisfy({ texts.utf8.firstRange(of: $0.utf8) != nil }) else {
      return nil
    }
    return try AssetTable(connection: connection).find(number: number)
  }

  private func byTag(_ connection: Connection, limit: Int) throws -> [AssetTable.Stored] {
    let patterns =
      words.map(LikePattern.containing)
      + Array(repeating: LikePattern.anything, count: 4 - words.count)
    var found: [AssetTable.Stored] = []
    // PostgreSQL plans a stream anew each time: whether an index or the order of tags is the
    // shorter way depends on the words.
    try connection.forEach(
      """
      SELECT \(raw: AssetTable.columns) FROM assets WHERE EXISTS (
        SELECT 1 FROM asset_words w WHERE w.number = assets.number
          AND w.words LIKE \(patterns[0]) ESCAPE '\\' AND w.words LIKE \(patterns[1]) ESCAPE '\\'
          AND w.words LIKE \(patterns[2]) ESCAPE '\\' AND w.words LIKE \(patterns[3]) ESCAPE '\\')
      ORDER BY tag LIMIT \(limit)
      """
    ) { found.append(try AssetTable.stored($0)) }
    return found
  }
}

/// Patterns of the SQL operator LIKE, with `\` as the escape character.
enum LikePattern {
  static let anything = "%"

  /// Matches texts that contain a word, whatever signs are in it.
  static func containing(_ word: some StringProtocol) -> String {
    var pattern = "%"
    for scalar in word.unicodeScalars {
      if ["%", "_", "\\"].contains(scalar) { pattern += "\\" }
      pattern.unicodeScalars.append(scalar)
    }
    return pattern + "%"
  }
}
