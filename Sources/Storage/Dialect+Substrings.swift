extension Dialect {
  /// Statements after which rows of a table are found by parts of a text of theirs.
  ///
  /// The index has all runs of three signs (trigrams) of the texts, as they are written: who wants
  /// either case folds both sides. It says nothing about order and place of the runs, so what it
  /// finds are candidates.
  ///
  /// - Parameters:
  ///   - index: the name of the index.
  ///   - key: the column with the number that is the key of the table.
  package func substringIndex(
    _ index: String, on table: String, key: String, column: String
  ) -> [String] {
    let add = "INSERT INTO \(index) (rowid, \(column)) VALUES (new.\(key), new.\(column));"
    let drop = """
      INSERT INTO \(index) (\(index), rowid, \(column)) VALUES ('delete', old.\(key), old.\(column));
      """
    let steps = [("INSERT", add), ("UPDATE OF \(column)", drop + add), ("DELETE", drop)]
    return [
      // The text stays in its table, and places of runs aren't kept: a third of the size.
      """
      CREATE VIRTUAL TABLE \(index) USING fts5 (\(column), content = '\(table)',
        content_rowid = '\(key)', tokenize = 'trigram case_sensitive 1', detail = none,
        columnsize = 0)
      """
    ]
      + steps.map { change, step in
        """
        CREATE TRIGGER \(index)_\(change.prefix(6).lowercased()) AFTER \(change) ON \(table)
        BEGIN \(step) END
        """
      }
  }

  /// The keys of rows whose text may contain all of some words, by number; nil where the words are too
  /// short for an index, or where the engine asks its index by itself for a LIKE.
  package func candidates(
    _ words: [String], in index: StaticString, limit: Int
  ) -> SQLQuery? {
    let trigrams = Set(words.flatMap(Self.trigrams))
    guard !trigrams.isEmpty else { return nil }
    // In quotes no sign means anything but the quote itself.
    let terms = trigrams.sorted().map {
      "\"\($0.replacing("\"", with: "\"\""))\""
    }
    return """
      SELECT rowid FROM \(raw: index) WHERE \(raw: index) MATCH \(terms.joined(separator: " AND "))
      LIMIT \(limit)
      """
  }

  private static func trigrams(of word: String) -> [String] {
    let signs = Array(word.unicodeScalars)
    return signs.indices.dropLast(2).map { start in
      var trigram = String.UnicodeScalarView()
      trigram.append(contentsOf: signs[start..<start + 3])
      return String(trigram)
    }
  }
}
