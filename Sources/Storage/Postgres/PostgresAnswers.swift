/// Answers that came before they were wanted, valid as long as nothing is written.
struct PostgresAnswers {
  private var answers: [(query: SQLQuery, result: PostgresResult)] = []

  /// Hands an answer out, as often as it is wanted.
  func answer(to query: SQLQuery) -> PostgresResult? {
    answers.first { Self.isSame($0.query, query) }?.result
  }

  mutating func keep(_ result: PostgresResult, of query: SQLQuery) {
    answers.append((query, result))
  }

  mutating func forget() { answers.removeAll(keepingCapacity: true) }

  private static func isSame(_ a: SQLQuery, _ b: SQLQuery) -> Bool {
    a.parameters.count == b.parameters.count && a.fragments == b.fragments
      && zip(a.parameters, b.parameters).allSatisfy { SQLValue.isSame($0, as: $1) }
  }
}
