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
  private(set) var steps: [Step] = []
  /// What failed first in the transaction; nothing of it can be kept then.
  private var failure: PostgresError?
  var cursorCount = 0
  /// Rows for each table by the statement that adds them, in memory that is kept.
  private var rows: [String: PostgresRows] = [:]
  /// Those that the transaction has asked for, in this order.
  private var order: [PostgresRows] = []
  var answers = PostgresAnswers()
  /// Whether there are answers, or will be.
  var hasAsked = false
  /// Whether the transaction that is under way was given anything of the database.
  var hasDelivered = false

  enum Step {
    case compiling(PostgresStatementKey)
    case running
    /// Running a query whose answer will be wanted.
    case asking(SQLQuery)
    /// Where the server takes up its work again after an error.
    case end
  }

  /// More than this many answers that nobody has read might fill the way back.
  static let mostSteps = 500

  /// Takes over an open connection.
  init(_ handle: OpaquePointer) { self.handle = handle }

  deinit { PQfinish(handle) }

  /// What the transaction is that is under way.
  private(set) var kind = Kind.read

  /// Whether it can't be used again.
  var isBroken: Bool { PQstatus(handle) == CONNECTION_BAD || failure?.isLost == true }

  // MARK: Sending

  /// Sends a statement; its answer will be read later.
  func send(_ query: SQLQuery, _ step: Step = .running) throws {
    try sendRows()
    let key = PostgresStatementKey(query)
    let types = { query.parameters.map { PostgresType.parameter($0.type) } }
    let name =
      try statements[key] ?? compile(query.sql(.postgres), types(), key.withoutValues)
    parameters.set(query.parameters)
    try run(name, step)
  }

  /// Runs a compiled statement with the parameters that are set.
  private func run(_ name: String, _ step: Step) throws {
    let sent = parameters.withPointers { count, values, lengths, formats in
      PQsendQueryPrepared(handle, name, count, values, lengths, formats, 1)
    }
    try note(sent, step)
  }

  private func compile(
    _ sql: String, _ types: [Oid], _ key: PostgresStatementKey
  ) throws -> String {
    statementCount += 1
    let name = "s\(statementCount)"
    try note(PQsendPrepare(handle, name, sql, Int32(types.count), types), .compiling(key))
    statements[key] = name
    return name
  }

  /// Sends a statement that won't be sent again.
  func sendOnce(_ query: SQLQuery) throws {
    try sendRows()
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
  func receive() throws -> PostgresResult {
    try endSteps()
    var last = PostgresResult(nil)
    for step in steps {
      if case .end = step {
        clearEnd()
      } else if let result = try result(of: step) {
        if case .asking(let query) = step { answers.keep(result, of: query) }
        last = result
      }
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

// MARK: Answers

extension PostgresSession {
  /// Before something is written: what was asked may be another thing then.
  func forgetAnswers() {
    guard hasAsked else { return }
    hasAsked = false
    answers.forget()
    for (index, step) in steps.enumerated() {
      if case .asking = step { steps[index] = .running }
    }
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
    dropRows()
    order.removeAll(keepingCapacity: true)
    forgetAnswers()
    switch kind {
    case .read, .briefRead: try send("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    case .write(let lock):
      try send("BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE")
      try send("SELECT pg_advisory_xact_lock(\(lock))")
    }
  }

  /// Ends a transaction that only read; nobody waits for the answer, and a connection that breaks
  /// now takes nothing away from what was read.
  func end() {
    try? send("COMMIT")
    try? endSteps()
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
    dropRows()
    do {
      try send("ROLLBACK")
      _ = try receive()
    } catch {
      failure = PostgresError(sqlState: "", message: "\(error)", isLost: true)
    }
  }
}

// MARK: Rows

extension PostgresSession {
  /// What takes the rows for a table.
  func rows(start: String, columns: Int, end: String) -> PostgresRows {
    let statement = start + end
    let found = rows[statement] ?? PostgresRows(start: start, columns: columns, end: end)
    rows[statement] = found
    if !order.contains(where: { $0 === found }) { order.append(found) }
    return found
  }

  /// Takes a row; it is sent before the next statement.
  func insert(_ row: RowBuffer, _ rows: PostgresRows) throws {
    forgetAnswers()
    rows.append(row)
    if rows.isFull { try sendRows() }
    if steps.count >= Self.mostSteps { _ = try receive() }
  }

  /// Sends the rows that wait, those of a table in one statement, table by table in their order.
  private func sendRows() throws {
    if let failure { throw failure }
    for rows in order where rows.count > 0 {
      defer { rows.clear() }
      let name = try statements[rows.key] ?? compile(rows.sql, rows.types, rows.key)
      rows.fill(&parameters)
      try run(name, .running)
    }
  }

  private func dropRows() {
    for rows in order { rows.clear() }
  }
}
