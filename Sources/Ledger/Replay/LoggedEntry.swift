import Storage

/// An entry as it lies in a log, or in a file that a log was written to.
package struct LoggedEntry: Sendable, Equatable {
  package let seq: Int
  /// Milliseconds.
  package let recordedAt: Int
  package let kind: String
  /// Canonical JSON.
  package let principal: String
  /// Canonical JSON.
  package let payload: String

  package init(seq: Int, recordedAt: Int, kind: String, principal: String, payload: String) {
    (self.seq, self.recordedAt, self.kind) = (seq, recordedAt, kind)
    (self.principal, self.payload) = (principal, payload)
  }

  /// Of a row of `StoredEntry.all`.
  init(_ row: SQLRow) throws {
    self.init(
      seq: try row.int(0), recordedAt: try row.int(1), kind: try row.text(2),
      principal: try row.text(3), payload: try row.text(4))
  }
}
