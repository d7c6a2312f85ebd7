import Diagnostics
package import Inventory

/// A stocktake, as it stands.
package struct Stocktake: Sendable, Equatable {
  package let id: ObjectID
  package let number: Int
  package let name: String
  package let state: StocktakeState
  package let policy: StocktakePolicy
  /// The codes of the locations to be counted, sorted; what lies in them is counted too.
  package let scope: [String]
  package let openedBy: String
  /// Milliseconds.
  package let openedAt: Int
  /// The entry that opened it: the snapshot is the books before that entry.
  package let openedSeq: Int
  package let closedBy: String?
  package let closedAt: Int?
  package let closedSeq: Int?

  /// How messages call it: `3 “Autumn”`.
  package var title: String { "\(number) \(SafeText.quoted(name))" }
}

/// A stocktake that is to be opened.
package struct StocktakeDraft: Sendable, Equatable {
  package let name: String
  /// Codes of locations.
  package let scope: [String]
  package let policy: StocktakePolicy

  package init(name: String, scope: [String], policy: StocktakePolicy) {
    (self.name, self.scope, self.policy) = (name, scope, policy)
  }
}
