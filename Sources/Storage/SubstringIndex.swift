/// An index by which rows of a table are found by parts of a text of theirs.
///
/// It has all runs of three signs (trigrams) of the texts, as they are written: who wants either case
/// folds both sides. It says nothing about order and place of the runs, so what it finds are
/// candidates.
package struct SubstringIndex: Sendable {
  let name: StaticString
  let table: StaticString
  /// The column with the number that is the key of the table; new rows have greater numbers.
  let key: StaticString
  let column: StaticString
  /// The table with the number up to which rows are indexed.
  let mark: StaticString

  package init(
    _ name: StaticString, on table: StaticString, key: StaticString, column: StaticString,
    mark: StaticString
  ) {
    (self.name, self.table, self.key) = (name, table, key)
    (self.column, self.mark) = (column, mark)
  }
}

extension Dialect {
  /// Statements that make an index, over a table that is empty or that `catchUp` goes through after.
  package func substringIndex(_ index: SubstringIndex) -> [String] {
    switch self {
    case .sqlite: Self.trigramTable(index)
    case .postgres: Self.trigramIndex(index)
    }
  }

  private static func trigramTable(_ index: SubstringIndex) -> [String] {
    let (name, key, column) = ("\(index.name)", "\(index.key)", "\(index.column)")
    let isIndexed = "WHEN old.\(key) <= (SELECT indexed FROM \(index.mark))"
    let drop = """
      INSERT INTO \(name) (\(name), rowid, \(column)) VALUES ('delete', old.\(key), old.\(column));
      """
    let add = "INSERT INTO \(name) (rowid, \(column)) VALUES (new.\(key), new.\(column));"
    return [
      // The text stays in its table, and places of runs aren't kept: a third of the size.
      """
      CREATE VIRTUAL TABLE \(name) USING fts5 (\(column), content = '\(index.table)',
        content_rowid = '\(key)', tokenize = 'trigram case_sensitive 1', detail = none,
        columnsize = 0)
      """,
      "CREATE TABLE \(index.mark) (indexed BIGINT NOT NULL)",
      "INSERT INTO \(index.mark) (indexed) VALUES (0)",
      """
      CREATE TRIGGER \(name)_update AFTER UPDATE OF \(column) ON \(index.table) \(isIndexed)
      BEGIN \(drop) \(add) END
      """,
      """
      CREATE TRIGGER \(name)_delete AFTER DELETE ON \(index.table) \(isIndexed)
      BEGIN \(drop) END
      """,
    ]
  }

  /// Trigrams are an extension of PostgreSQL that whoever may create things in a database may add to it.
  ///
  /// Where that isn't allowed, or where it isn't installed, there is no index, and a search goes
  /// through all rows. Ledgers that are made at the same time must not both add it.
  private static func trigramIndex(_ index: SubstringIndex) -> [String] {
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
          '\(index.name)', '\(index.table)', '\(index.column)', home);
      EXCEPTION WHEN insufficient_privilege OR undefined_file OR undefined_object
        OR feature_not_supported OR invalid_schema_name THEN NULL;
      END $$
      """
    ]
  }

  /// Indexes new rows, once there are many of them; to be called at the end of a transaction.
  ///
  /// FTS5 takes many rows in one statement in much less time than one row a statement. The newest rows
  /// are searched as they are.
  /// - Parameter rows: how many new rows are left until then.
  package func catchUp(
    _ index: SubstringIndex, _ connection: Connection, rows: Int = 2000
  ) throws {
    // PostgreSQL keeps its index by itself.
    guard self == .sqlite else { return }
    let ends = try connection.first(
      """
      SELECT (SELECT indexed FROM \(raw: index.mark)),
        (SELECT COALESCE(MAX(\(raw: index.key)), 0) FROM \(raw: index.table))
      """
    ) { (indexed: try $0.int(0), last: try $0.int(1)) }
    guard let ends, ends.last - ends.indexed >= max(rows, 1) else { return }
    try connection.execute(
      """
      INSERT INTO \(raw: index.name) (rowid, \(raw: index.column))
      SELECT \(raw: index.key), \(raw: index.column) FROM \(raw: index.table)
      WHERE \(raw: index.key) > \(ends.indexed) ORDER BY \(raw: index.key)
      """)
    try connection.execute("UPDATE \(raw: index.mark) SET indexed = \(ends.last)")
  }

  /// The keys of rows whose text may contain all of some words; nil where the words are too short for
  /// an index, or where the engine asks its index by itself for a LIKE.
  ///
  /// - Parameter limit: how many at most, beside the newest.
  package func candidates(
    _ words: [String], in index: SubstringIndex, limit: Int
  ) -> SQLQuery? {
    guard self == .sqlite else { return nil }
    let trigrams = Set(words.flatMap(Self.trigrams))
    guard !trigrams.isEmpty else { return nil }
    // In quotes no sign means anything but the quote itself.
    let terms = trigrams.sorted().map { "\"\($0.replacing("\"", with: "\"\""))\"" }
    let longest = words.max { $0.utf8.count < $1.utf8.count } ?? ""
    return """
      SELECT rowid FROM (
        SELECT rowid FROM \(raw: index.name)
        WHERE \(raw: index.name) MATCH \(terms.joined(separator: " AND ")) LIMIT \(limit))
      UNION ALL SELECT \(raw: index.key) FROM \(raw: index.table)
      WHERE \(raw: index.key) > (SELECT indexed FROM \(raw: index.mark))
        AND INSTR(\(raw: index.column), \(longest)) > 0
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
