import Storage

extension LedgerSchema {
  /// Who has an asset, what its owner adds to it, and which edit wrote a field last.
  static func custody(_ dialect: Dialect) -> [String] {
    let text = dialect.text
    return [
      "ALTER TABLE assets ADD COLUMN condition \(text) NOT NULL DEFAULT ''",
      "ALTER TABLE assets ADD COLUMN due \(text)",
      "ALTER TABLE assets ADD COLUMN custody_seq BIGINT",
      "ALTER TABLE assets ADD COLUMN verified_at BIGINT",
      "ALTER TABLE assets ADD COLUMN version BIGINT NOT NULL DEFAULT 1",
      "ALTER TABLE assets ADD COLUMN has_fields BIGINT NOT NULL DEFAULT 0",
      // Each in the writing of its first use.
      """
      CREATE TABLE categories (
        name_key \(text) NOT NULL PRIMARY KEY, name \(text) NOT NULL,
        seq BIGINT NOT NULL REFERENCES entries (seq))
      """,
      // The entries about an asset but for the one that made it.
      """
      CREATE TABLE asset_changes (
        asset_number BIGINT NOT NULL REFERENCES assets (number),
        seq BIGINT NOT NULL REFERENCES entries (seq), PRIMARY KEY (asset_number, seq))
      """,
    ] + fields(dialect) + edits(dialect)
  }

  private static func fields(_ dialect: Dialect) -> [String] {
    let text = dialect.text
    return [
      // Choices are a JSON array.
      """
      CREATE TABLE custom_fields (
        name_key \(text) NOT NULL PRIMARY KEY, name \(text) NOT NULL,
        type \(text) NOT NULL CHECK (type IN ('text', 'number', 'date', 'yes-no', 'choice')),
        choices \(text) NOT NULL, required_for \(text),
        seq BIGINT NOT NULL REFERENCES entries (seq))
      """,
      """
      CREATE TABLE asset_fields (
        asset_number BIGINT NOT NULL REFERENCES assets (number),
        field_key \(text) NOT NULL REFERENCES custom_fields (name_key),
        value \(text) NOT NULL CHECK (value <> ''), PRIMARY KEY (asset_number, field_key))
      """,
    ]
  }

  private static func edits(_ dialect: Dialect) -> [String] {
    let (text, blob) = (dialect.text, dialect.blob)
    return [
      // A field without a row was written last when its asset was made.
      """
      CREATE TABLE field_stamps (
        asset_number BIGINT NOT NULL REFERENCES assets (number), field \(text) NOT NULL,
        occurred_at BIGINT NOT NULL, device_id \(text) NOT NULL, device_seq BIGINT NOT NULL,
        client_event_id \(text) NOT NULL, seq BIGINT NOT NULL REFERENCES entries (seq),
        PRIMARY KEY (asset_number, field))
      """,
      """
      CREATE TABLE asset_edits (
        client_event_id \(text) NOT NULL PRIMARY KEY, digest \(blob) NOT NULL,
        seq BIGINT NOT NULL UNIQUE REFERENCES entries (seq))
      """,
      """
      CREATE TABLE edit_conflicts (
        seq BIGINT NOT NULL REFERENCES entries (seq), field \(text) NOT NULL,
        asset_number BIGINT NOT NULL REFERENCES assets (number), value \(text) NOT NULL,
        kept \(text) NOT NULL, kept_seq BIGINT NOT NULL REFERENCES entries (seq),
        PRIMARY KEY (seq, field))
      """,
    ]
  }
}
