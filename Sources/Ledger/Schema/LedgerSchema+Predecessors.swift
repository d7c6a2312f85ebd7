import Storage

extension LedgerSchema {
  /// The ledgers that one was made of, with what they signed; a row for each import of the log.
  static func predecessors(_ dialect: Dialect) -> [String] {
    let text = dialect.text
    return [
      """
      CREATE TABLE log_predecessors (
        number \(dialect.integerKey) CHECK (number >= 1), key \(text) NOT NULL,
        first_checkpoint \(text) NOT NULL, last_checkpoint \(text) NOT NULL)
      """
    ] + dialect.appendOnly("log_predecessors")
  }
}
