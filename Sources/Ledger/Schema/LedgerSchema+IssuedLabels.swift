import Storage

extension LedgerSchema {
  /// Each form in which a code of an issued label may be scanned, with the entry that issued it first.
  static func issuedLabels(_ dialect: Dialect) -> [String] {
    let text = dialect.text
    return [
      """
      CREATE TABLE issued_labels (
        code_key \(text) NOT NULL PRIMARY KEY, template \(text) NOT NULL,
        batch_row BIGINT NOT NULL, copies BIGINT NOT NULL CHECK (copies > 0),
        seq BIGINT NOT NULL REFERENCES entries (seq))
      """
    ]
  }
}
