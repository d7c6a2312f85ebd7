import Storage

extension LedgerSchema {
  /// Parts, how much of each lies where, and what changed it.
  ///
  /// Quantities are canonical decimal texts: no engine computes with them, and both keep them as they are.
  static func stockLines(_ dialect: Dialect) -> [String] {
    let (text, blob) = (dialect.text, dialect.blob)
    return [
      """
      CREATE TABLE parts (
        number \(dialect.integerKey), id \(blob) NOT NULL UNIQUE, code \(text) NOT NULL,
        code_key \(text) NOT NULL UNIQUE, name \(text) NOT NULL, unit \(text) NOT NULL,
        has_lots BIGINT NOT NULL CHECK (has_lots IN (0, 1)),
        seq BIGINT NOT NULL REFERENCES entries (seq))
      """,
      """
      CREATE TABLE stock_lines (
        part_number BIGINT NOT NULL REFERENCES parts (number),
        location_id \(blob) NOT NULL REFERENCES locations (id),
        lot \(text) NOT NULL, unit \(text) NOT NULL, quantity \(text) NOT NULL,
        may_be_negative BIGINT NOT NULL CHECK (may_be_negative IN (0, 1)),
        PRIMARY KEY (part_number, location_id, lot, unit),
        CHECK (may_be_negative = 1 OR SUBSTR(quantity, 1, 1) <> '-'))
      """,
      "CREATE INDEX stock_lines_by_location ON stock_lines (location_id)",
      """
      CREATE TABLE stock_changes (
        seq BIGINT NOT NULL REFERENCES entries (seq), place BIGINT NOT NULL,
        part_number BIGINT NOT NULL REFERENCES parts (number),
        location_id \(blob) NOT NULL REFERENCES locations (id),
        lot \(text) NOT NULL, unit \(text) NOT NULL,
        kind \(text) NOT NULL
          CHECK (kind IN ('received', 'issued', 'moved', 'counted', 'corrected')),
        change \(text) NOT NULL, quantity \(text) NOT NULL, note \(text) NOT NULL,
        PRIMARY KEY (seq, place))
      """,
      "CREATE INDEX stock_changes_by_part ON stock_changes (part_number, seq)",
    ]
  }
}
