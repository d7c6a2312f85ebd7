/// What a transaction asks and says.
extension PostgresSession {
  /// How many rows of a long result come at a time.
  private static let portion = 500

  /// Sends a statement that returns nothing; what it came to shows at the next result.
  func execute(_ query: SQLQuery) throws {
    forgetAnswers()
    try send(query)
    if !kind.isWrite || steps.count >= Self.mostSteps { _ = try receive() }
  }

  func changes(_ query: SQLQuery) throws -> Int {
    forgetAnswers()
    try send(query)
    return try delivered().changes
  }

  func first<Value>(_ query: SQLQuery, _ value: (SQLRow) throws -> Value) throws -> Value? {
    let result = try answer(to: query)
    return try withExtendedLifetime(result) {
      result.count > 0 ? try value(result.row(0)) : nil
    }
  }

  /// All rows of a result at once, for what isn't large.
  func forEach(_ query: SQLQuery, _ body: (SQLRow) throws -> Void) throws {
    try answer(to: query).forEach(body)
  }

  /// Sends queries whose answers will be wanted, so that all of them take one way to the server and
  /// back.
  func askAhead(_ queries: [SQLQuery]) throws {
    // What was asked before has been used, and would make finding an answer long.
    forgetAnswers()
    hasAsked = true
    for query in queries { try send(query, .asking(query)) }
  }

  private func answer(to query: SQLQuery) throws -> PostgresResult {
    if hasAsked {
      if !steps.isEmpty { _ = try delivered() }
      if let known = answers.answer(to: query) { return known }
    }
    try send(query)
    return try delivered()
  }

  /// The rows of a result of any size, some hundred at a time; statements may be sent meanwhile.
  func stream(_ query: SQLQuery, _ body: (SQLRow) throws -> Void) throws {
    if case .briefRead = kind { return try forEach(query, body) }
    cursorCount += 1
    let cursor = "c\(cursorCount)"
    // Planned for the table as it is now, and for all of its rows, it may go through all of them.
    try send("SET LOCAL enable_seqscan = on")
    try sendOnce(query.after("DECLARE \(cursor) NO SCROLL CURSOR FOR "))
    try send("SET LOCAL enable_seqscan = off")
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
    forgetAnswers()
    try sendOnce(SQLQuery(stringLiteral: sql))
    _ = try receive()
  }

  private func delivered() throws -> PostgresResult {
    let result = try receive()
    hasDelivered = true
    return result
  }
}
