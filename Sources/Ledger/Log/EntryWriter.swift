import Storage

/// Writes entries in one transaction, and grows the tree over them; its buffers serve all entries.
final class EntryWriter {
  private let insertion: RowInsertion
  private let tree: LogTree
  private var payload = CanonicalJSONWriter()

  init(_ connection: Connection) throws {
    insertion = try RowInsertion(
      connection, into: "entries",
      columns: ["seq", "recorded_at", "kind", "principal", "payload"])
    tree = try LogTree(connection)
  }

  /// The number that the next entry gets.
  var nextSeq: Int { tree.nextSeq }

  /// Writes an entry and returns its number.
  func append(
    kind: String, principal: [UInt8], recordedAt: Int,
    payload write: (inout CanonicalJSONWriter) throws -> Void
  ) throws -> Int {
    payload.clear()
    try write(&payload)
    let seq = tree.nextSeq
    try insertion.insert { row in
      row.add(seq)
      row.add(recordedAt)
      row.add(kind)
      row.add(utf8: principal)
      row.add(utf8: payload.bytes)
    }
    try tree.append(
      kind: kind.utf8, payload: payload.bytes, principal: principal, recordedAt: recordedAt)
    return seq
  }

  /// Keeps the tree over all that was appended; to be called once, at the end of the transaction.
  func keep() throws { try tree.keep() }
}
