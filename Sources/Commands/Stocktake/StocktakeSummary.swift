import Inventory
import Ledger

/// A stocktake on one line.
struct StocktakeSummary: Encodable {
  let number: Int
  let name: String
  let state: StocktakeState
  let scope: [String]
  let expected: Int
  let outcomes: [String: Int]
  let openedAt: String

  init(_ stocktake: Stocktake, _ summary: StocktakeReport.Summary) {
    (number, name, state) = (stocktake.number, stocktake.name, stocktake.state)
    (scope, expected) = (stocktake.scope, summary.expected)
    outcomes = summary.outcomes
    openedAt = Timestamp.text(stocktake.openedAt)
  }

  private enum CodingKeys: String, CodingKey {
    case number, name, state, scope, expected, outcomes
    case openedAt = "opened_at"
  }
}

extension Listing where Item == StocktakeSummary {
  static var stocktakes: Listing<StocktakeSummary> {
    func count(_ outcome: Outcome) -> Column {
      Column(outcome.rawValue, isNumber: true) { "\($0.outcomes[outcome.rawValue] ?? 0)" }
    }
    return Listing(columns: [
      Column("number", isNumber: true) { "\($0.number)" }, Column("name") { $0.name },
      Column("state") { $0.state.rawValue }, Column("scope") { $0.scope.joined(separator: " ") },
      Column("expected", isNumber: true) { "\($0.expected)" }, count(.found), count(.misplaced),
      count(.missing), count(.notCounted), Column("opened") { $0.openedAt },
    ])
  }
}
