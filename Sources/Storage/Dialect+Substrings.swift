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
    switch self {
    case .sqlite: Self.trigramTable(index, table, key, column)
    case .postgres: Self.trigramIndex(index, table, column)
    }
  }

  private static func trigramTable(
    _ index: String, _ table: String, _ key: String, _ column: String
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

  /// Trigrams are an extension of PostgreSQL that whoever may create things in a database may add to it.
  ///
  /// Where that isn't allowed, or where it isn't installed, there is no index, and a search goes
  /// through all rows. Ledgers that are made at the same time must not both add it.
  private static func trigramIndex(
    _ index: String, _ table: String, _ column: String
  ) -> [String] {
    [
      """
      DO $$
      DECLARE home TEXT;
      BEGIN
        IF NOT EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'pg_trgm') THEN
          PERFORM pg_advisory_xact_lock(HASHTEXT('tallymark pg_trgm'));
          CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
        END IF;
        SELECT n.nspname INTO home FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
          WHERE e.extname = 'pg_trgm';
        EXECUTE FORMAT('CREATE INDEX %I ON %I USING gin (%I %I.gin_trgm_ops)',
          '\(index)', '\(table)', '\(column)', home);
      EXCEPTION WHEN insufficient_privilege OR undefined_file OR undefined_object
        OR feature_not_supported OR invalid_schema_name THEN NULL;
      END $$
      """
    ]
  }

  /// The keys of rows whose text may contain all of some words, by number; nil where the words are too
  /// short for an index, or where the engine asks its index by itself for a LIKE.
  package func candidates(
    _ words: [String], in index: StaticString, limit: Int
  ) -> SQLQuery? {
    // PostgreSQL asks its index by itself for a LIKE.
    guard self == .sqlite else { return nil }
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
