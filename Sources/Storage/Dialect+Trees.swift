extension Dialect {
  /// Statements after which no row of a tree can come to lie in itself, however deep.
  ///
  /// - Parameter parent: the column with the `id` of the row above; NULL for a root.
  package func acyclic(_ table: String, parent: String) -> [String] {
    [
      """
      CREATE TRIGGER \(table)_refuse_cycle BEFORE UPDATE OF \(parent) ON \(table)
      WHEN new.\(parent) IS NOT NULL
      BEGIN
        SELECT RAISE(ABORT, '\(table) is a tree') WHERE new.id IN (
          WITH RECURSIVE above (id) AS (
            SELECT new.\(parent)
            UNION SELECT t.\(parent) FROM \(table) t JOIN above ON t.id = above.id
              WHERE t.\(parent) IS NOT NULL)
          SELECT id FROM above);
      END
      """
    ]
  }
}
