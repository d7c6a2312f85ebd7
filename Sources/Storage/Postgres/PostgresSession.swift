import CPostgres

/// A connection to PostgreSQL, always in libpq's pipeline mode (PostgreSQL 15, 34.5).
///
/// Statements without a result are sent and not waited for: a batch of inserts would else take a way
/// to the server and back each. What they came to is read at the next result that is wanted, or at
/// the end of the transaction. Compiled statements stay on the connection.
///
/// Sendable because only one thread has it at a time: `PostgresPool` gives it out and takes it back.
final class PostgresSession: @unchecked Sendable {
  private let handle: OpaquePointer
  private var parameters = PostgresParameters()
  /// The names of compiled statements.
  private var statements: [PostgresStatementKey: String] = [:]
  private var statementCount = 0
  /// What was sent and not answered yet, in order.
  private var steps: [Step] = []
  /// What failed first in the transaction; nothing of it can be kept then.
  private var failure: PostgresError?
  private var cursorCount = 0
  /// Whether the transaction that is under way was given anything of the database.
  private(set) var hasDelivered = false

  private enum Step {
    case compiling(PostgresStatementKey)
    case running
    /// Where the server takes up its work again after an error.
    case end
  }

  /// How many rows of a long result come at a time.
  private static let portion = 500
  /// More than this many answers that nobody has read might fill the way back.
  private static let mostSteps = 500

  /// Takes over an open connection.
  init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { PQfinish(handle) }

  /// What the transaction is that is under way.
  private var kind = Kind.read

  /// Whether it can't be used again.
  var isBroken: Bool { PQstatus(handle) == CONNECTION_BAD || failure?.isLost == true }

  // MARK: Sending

  /// Sends a statement; its answer will be read later.
  func send(_ query: SQLQuery) throws {
    if let failure { throw failure }
    let name = try statements[PostgresStatementKey(query)] ?? compile(query)
    parameters.set(query.parameters)
    let sent = parameters.withPointers { count, values, lengths, formats in
      PQsendQueryPrepared(handle, name, count, values, lengths, formats, 1)
    }
    try note(sent, .running)
  }

  private func compile(_ query: SQLQuery) throws -> String {
    statementCount += 1
    let (key, name) = (PostgresStatementKey(query).withoutValues, "s\(statementCount)")
    let types = query.parameters.map { PostgresType.parameter($0.type) }
    try note(
      PQsendPrepare(handle, name, query.sql(.postgres), Int32(types.count), types),
      .compiling(key))
    statements[key] = name
    return name
  }

  /// Sends a statement that won't be sent again.
  private func sendOnce(_ query: SQLQuery) throws {
    if let failure { throw failure }
    let types = query.parameters.map { PostgresType.parameter($0.type) }
    parameters.set(query.parameters)
    let sent = parameters.withPointers { count, values, lengths, formats in
      PQsendQueryParams(
        handle, query.sql(.postgres), count, types, values, lengths, formats, 1)
    }
    try note(sent, .running)
  }

  /// Sends what was queued without waiting for any answer.
  private func endSteps() throws { try note(PQpipelineSync(handle), .end) }

  private func note(_ sent: Int32, _ step: Step) throws {
    guard sent == 1 else {
      let error = PostgresError(nil, of: handle)
      failure = error
      throw error
    }
    steps.append(step)
  }

  // MARK: Receiving

  /// Reads all answers, and hands out the last one.
  private func receive() throws -> PostgresResult {
    try endSteps()
    var last = PostgresResult(nil)
    for step in steps {
      if case .end = step { clearEnd() } else { last = try result(of: step) ?? last }
    }
    steps.removeAll(keepingCapacity: true)
    if let failure { throw failure }
    return last
  }

  /// The result of one statement; nil where it failed, or another one before it.
  private func result(of step: Step) throws -> PostgresResult? {
    var kept: PostgresResult?
    while let next = PQgetResult(handle) {
      let result = PostgresResult(next)
      switch PQresultStatus(next) {
      case PGRES_COMMAND_OK, PGRES_TUPLES_OK: kept = result
      case PGRES_PIPELINE_ABORTED: break
      default: failure = failure ?? PostgresError(next, of: handle)
      }
      if PQstatus(handle) == CONNECTION_BAD { break }
    }
    if kept == nil, case .compiling(let key) = step { statements[key] = nil }
    if kept == nil, failure == nil { failure = PostgresError(nil, of: handle) }
    return kept
  }

  private func clearEnd() {
    guard PQstatus(handle) != CONNECTION_BAD else { return }
    PQclear(PQgetResult(handle))
  }
}

// MARK: Transactions

extension PostgresSession {
  enum Kind {
    case read
    case briefRead
    /// With the key of the lock that writers take in turn.
    case write(lock: Int)

    var isWrite: Bool {
      if case .write = self { true } else { false }
    }
  }

  /// Begins a transaction; it goes along with the first statement.
  ///
  /// A read is of one state. A write reads what is newest: it waits for its turn first, and each
  /// statement sees what was committed before it.
  func begin(_ kind: Kind) throws {
    (self.kind, failure, hasDelivered, cursorCount) = (kind, nil, false, 0)
    switch kind {
    case .read, .briefRead: try send("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    case .write(let lock):
      try send("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
      try send("SELECT pg_advisory_xact_lock(\(lock))")
    }
  }

  /// Ends a transaction that only read; nobody waits for the answer.
  func end() throws {
    try send("COMMIT")
    try endSteps()
  }

  /// Makes all that was sent durable.
  func commit() throws {
    try send("COMMIT")
    let result = try receive()
    // COMMIT of a transaction that can't be kept undoes it, and calls that no error.
    guard result.tag == "COMMIT" else {
      throw PostgresError(sqlState: "", message: "the transaction was undone", isLost: false)
    }
  }

  /// Undoes the transaction.
  func rollBack() {
    guard !isBroken else { return }
    failure = nil
    do {
      try send("ROLLBACK")
      _ = try receive()
    } catch {
      failure = PostgresError(sqlState: "", message: "\(error)", isLost: true)
    }
  }
}

// MARK: Statements

extension PostgresSession {
  /// Sends a statement that returns nothing; what it came to shows at the next result.
  func execute(_ query: SQLQuery) throws {
    try send(query)
    if !kind.isWrite || steps.count >= Self.mostSteps { _ = try receive() }
  }

  func changes(_ query: SQLQuery) throws -> Int {
    try send(query)
    return try delivered().changes
  }

  func first<Value>(_ query: SQLQuery, _ value: (SQLRow) throws -> Value) throws -> Value? {
    try send(query)
    let result = try delivered()
    return try withExtendedLifetime(result) {
      result.count > 0 ? try value(result.row(0)) : nil
    }
  }

  /// All rows of a result at once, for what isn't large.
  func forEach(_ query: SQLQuery, _ body: (SQLRow) throws -> Void) throws {
    try send(query)
    try delivered().forEach(body)
  }

  /// The rows of a result of any size, some hundred at a time; statements may be sent meanwhile.
  func stream(_ query: SQLQuery, _ body: (SQLRow) throws -> Void) throws {
    if case .briefRead = kind { return try forEach(query, body) }
    cursorCount += 1
    let cursor = "c\(cursorCount)"
    try sendOnce(query.after("DECLARE \(cursor) NO SCROLL CURSOR FOR "))
    // After an error there is no cursor any more.
    defer { try? sendOnce(SQLQuery(stringLiteral: "CLOSE \(cursor)")) }
    var count = 0
    repeat {
      try sendOnce(SQLQuery(stringLiteral: "FETCH \(Self.portion) FROM \(cursor)"))
      let result = try delivered()
      count = result.count
      try result.forEach(body)
    } while count == Self.portion
  }

  /// Runs SQL text of ours.
  func run(text sql: String) throws {
    try sendOnce(SQLQuery(stringLiteral: sql))
    _ = try receive()
  }

  private func delivered() throws -> PostgresResult {
    let result = try receive()
    hasDelivered = true
    return result
  }
}
