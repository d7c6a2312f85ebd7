/// All that the outcome of a stocktake depends on.
package struct StocktakeFacts: Sendable {
  /// The locations to be counted; what lies in them is counted too.
  package var scope: [String]
  package var locations: LocationTree
  package var policy: StocktakePolicy
  /// Every asset of the books, in scope or not, as it stood at the opening.
  package var assets: [Asset]
  /// Changes of the books during the count; equal times apply in this order.
  package var moves: [Move]
  /// Round → the assets sent to it, for rounds above the first.
  ///
  /// The first holds every asset.
  package var rounds: [Int: Set<String>]
  /// In any order, with any repetition.
  package var events: [ScanEvent]
  package var codes: CodeRules
  /// When the result was approved, by the ledger's clock; nil as long as nobody approved.
  ///
  /// Events that the ledger took later are kept and listed, and change nothing.
  package var approvedAt: Int?

  package init(
    scope: [String], locations: LocationTree = LocationTree(),
    policy: StocktakePolicy = StocktakePolicy(), assets: [Asset], moves: [Move] = [],
    rounds: [Int: Set<String>] = [:], events: [ScanEvent] = [], codes: CodeRules = CodeRules(),
    approvedAt: Int? = nil
  ) {
    (self.scope, self.locations, self.policy) = (scope, locations, policy)
    (self.assets, self.moves, self.rounds) = (assets, moves, rounds)
    (self.events, self.codes, self.approvedAt) = (events, codes, approvedAt)
  }
}
