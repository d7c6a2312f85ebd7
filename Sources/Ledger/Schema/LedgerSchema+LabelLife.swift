import Storage

extension LedgerSchema {
  /// What became of issued labels: a row a step.
  ///
  /// A label is called by the entry that issued it.
  static func labelLife(_ dialect: Dialect) -> [String] {
    let text = dialect.text
    return [
      """
      CREATE TABLE label_steps (
        label BIGINT NOT NULL REFERENCES entries (seq),
        seq BIGINT NOT NULL REFERENCES entries (seq),
        state \(text) NOT NULL CHECK (state IN ('verified', 'printed', 'attached', 'retired',
          'replaced', 'voided')),
        asset_number BIGINT REFERENCES assets (number), reason \(text) NOT NULL,
        replaced_by BIGINT REFERENCES entries (seq), PRIMARY KEY (label, seq),
        CHECK (state <> 'attached' OR asset_number IS NOT NULL),
        CHECK (state <> 'replaced' OR replaced_by IS NOT NULL))
      """,
      "CREATE INDEX label_steps_by_asset ON label_steps (asset_number, seq)",
      """
      CREATE INDEX label_steps_to_the_end ON label_steps (label)
        WHERE state IN ('retired', 'replaced', 'voided')
      """,
    ]
  }
}
