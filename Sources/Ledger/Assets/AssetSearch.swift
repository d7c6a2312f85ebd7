import Storage

/// Assets that a few words describe.
package struct AssetSearch: Sendable, Equatable {
  /// By tag.
  package let assets: [AssetDetails]
  /// Whether there are more than were asked for.
  package let hasMore: Bool
}

extension LedgerStore {
  /// Finds assets in whose tag, name, serial, make, model, custodian, category, condition and custom
  /// fields each word occurs somewhere; the letters A to Z in either case.
  ///
  /// From the fourth word on, words are sought together as they stand.
  package func searchAssets(_ text: String, limit: Int = 50) throws -> AssetSearch {
    let words = text.split(maxSplits: 3, whereSeparator: \.isWhitespace)
    // A longer text is no description, and LIKE refuses patterns of more than 50,000 bytes; at a
    // NUL a pattern ends.
    guard !words.isEmpty, text.utf8.count <= 1000, !text.utf8.contains(0) else {
      return AssetSearch(assets: [], hasMore: false)
    }
    let patterns = words.map { LikePattern.containing($0) }
    return try database.read { connection in
      var reader = AssetReader(connection)
      let found = try AssetTable(connection: connection).matching(patterns, limit: limit + 1)
      return AssetSearch(
        assets: try found.prefix(limit).map { try reader.details(of: $0) },
        hasMore: found.count > limit)
    }
  }
}

/// Patterns of the SQL operator LIKE, with `\` as the escape character.
enum LikePattern {
  static let anything = "%"

  /// Matches lower-case texts that contain a word, whatever signs are in it.
  ///
  /// Only A to Z are made small here: how a database does it depends on its language.
  static func containing(_ word: some StringProtocol) -> String {
    var pattern = "%"
    for scalar in word.unicodeScalars {
      if ["%", "_", "\\"].contains(scalar) { pattern += "\\" }
      let isCapital = ("A"..."Z").contains(scalar)
      pattern.unicodeScalars.append(isCapital ? Unicode.Scalar(UInt8(scalar.value) | 0x20) : scalar)
    }
    return pattern + "%"
  }
}

extension AssetTable {
  /// Whatever describes an asset, between spaces; words have none, so none spans two columns.
  private static let description: StaticString = """
    LOWER(tag || ' ' || name || ' ' || serial || ' ' || make || ' ' || model || ' ' || custodian \
    || ' ' || category || ' ' || condition)
    """

  /// Whether the value of a custom field, which follows in brackets, is like a pattern.
  private static let hasField: StaticString = """
    EXISTS (SELECT 1 FROM asset_fields f
      WHERE f.asset_number = CASE WHEN has_fields = 1 THEN number END AND LOWER(f.value) LIKE
    """

  /// By tag; at most four patterns.
  fileprivate func matching(_ patterns: [String], limit: Int) throws -> [Stored] {
    let all = patterns + Array(repeating: LikePattern.anything, count: 4 - patterns.count)
    return try connection.all(
      """
      SELECT \(raw: Self.columns) FROM assets
      WHERE (\(raw: Self.description) LIKE \(all[0]) ESCAPE '\\'
        OR \(raw: Self.hasField) \(all[0]) ESCAPE '\\'))
        AND (\(raw: Self.description) LIKE \(all[1]) ESCAPE '\\'
        OR \(raw: Self.hasField) \(all[1]) ESCAPE '\\'))
        AND (\(raw: Self.description) LIKE \(all[2]) ESCAPE '\\'
        OR \(raw: Self.hasField) \(all[2]) ESCAPE '\\'))
        AND (\(raw: Self.description) LIKE \(all[3]) ESCAPE '\\'
        OR \(raw: Self.hasField) \(all[3]) ESCAPE '\\'))
      ORDER BY tag LIMIT \(limit)
      """, Self.stored)
  }
}
