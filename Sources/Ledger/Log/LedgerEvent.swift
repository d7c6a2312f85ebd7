import Storage

/// What happened, as one entry's payload tells it.
///
/// How the books follow from it is said in one place, `apply`, for the step that records it and for
/// the audit that plays the log into empty books. So `apply` may use its own values, the entry and
/// the books before it, but no clock, no randomness and nothing that isn't in the log: ids and
/// numbers are chosen before, and are part of the payload.
protocol LedgerEvent: Codable {
  static var kind: EntryKind { get }

  /// Writes the payload: the bytes that `CanonicalJSON` gives.
  ///
  /// Whoever comes by the thousand writes them itself; all others have it done for them.
  func write(to payload: inout CanonicalJSONWriter) throws

  /// Brings the books to what the event says.
  func apply(to books: Books) throws
}

extension LedgerEvent {
  func write(to payload: inout CanonicalJSONWriter) throws {
    payload.append(try CanonicalJSON.data(self))
  }
}

/// The books, at the entry that changes them.
struct Books {
  let connection: Connection
  /// The entry's number.
  let seq: Int
  /// The entry's time in milliseconds.
  let at: Int
  /// Who acts.
  let principal: Principal
  /// What was looked up and can't have changed since.
  let memory: BooksMemory
}

extension EntryLog {
  /// Appends an event and brings the books to what it says.
  ///
  /// - Returns: the entry's number.
  @discardableResult
  func record<Event: LedgerEvent>(_ event: Event) throws -> Int {
    memory.prepare(for: Event.kind)
    let seq = try append(Event.kind) { try event.write(to: &$0) }
    try event.apply(
      to: Books(connection: connection, seq: seq, at: now, principal: principal, memory: memory))
    return seq
  }
}
