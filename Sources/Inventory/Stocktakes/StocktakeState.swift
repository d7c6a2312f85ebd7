/// Where a stocktake stands; no step exists but those of `next`.
package enum StocktakeState: String, Sendable, CaseIterable, Codable {
  case draft, open, paused, closing, review, recounting, approved, posted, reversed, cancelled

  /// The states that a stocktake may go to from here.
  package var next: [StocktakeState] {
    switch self {
    case .draft: [.open, .cancelled]
    case .open: [.paused, .closing, .cancelled]
    case .paused: [.open, .cancelled]
    case .closing: [.review, .cancelled]
    case .review: [.recounting, .approved, .cancelled]
    case .recounting: [.review, .cancelled]
    case .approved: [.posted]
    case .posted: [.reversed]
    case .reversed, .cancelled: []
    }
  }

  /// Whether scan events are taken.
  package var takesEvents: Bool { self == .open || self == .recounting }

  /// Whether another stocktake may not open over the same locations.
  ///
  /// Two counts of one location at a time could not be told apart; in review nobody counts.
  package var blocksItsScope: Bool {
    switch self {
    case .open, .paused, .closing, .recounting: true
    case .draft, .review, .approved, .posted, .reversed, .cancelled: false
    }
  }
}
