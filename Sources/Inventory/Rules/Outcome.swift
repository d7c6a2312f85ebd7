/// What a stocktake says of an asset: exactly one for each.
package enum Outcome: String, Sendable, CaseIterable, Codable {
  // Expected assets.
  /// Seen where the books have it.
  case found
  /// Seen somewhere else.
  case misplaced
  /// Not seen, but moved away by the books during the count.
  case excused
  /// Not seen, although its location was counted completely.
  case missing
  /// Not seen, and nobody looked: never silently the same as missing.
  case notCounted = "not-counted"

  // Other assets that were seen.
  /// Created after the stocktake opened.
  case newInStocktake = "new-in-stocktake"
  /// Seen while its status says that it shouldn't stand anywhere.
  case unexpectedStatus = "unexpected-status"
  /// Moved into the scope by the books, and seen there.
  case movedIn = "moved-in"
  /// Belongs elsewhere.
  case unexpectedElsewhere = "unexpected-elsewhere"
  /// Seen only in rounds that did not decide.
  case unconfirmed

  /// The outcomes of expected assets, which partition them.
  package static let ofExpected = allCases.filter(\.isOfExpected)

  package var isOfExpected: Bool {
    switch self {
    case .found, .misplaced, .excused, .missing, .notCounted: true
    case .newInStocktake, .unexpectedStatus, .movedIn, .unexpectedElsewhere, .unconfirmed: false
    }
  }

  /// The outcomes of other assets, in the order in which they are tried.
  package static let ofOthers: [Outcome] = [
    .newInStocktake, .unexpectedStatus, .movedIn, .unexpectedElsewhere, .unconfirmed,
  ]
}

/// What a person should know beside the outcome.
package enum Flag: String, Sendable, CaseIterable, Codable {
  /// Only an ancestor of the book location was named.
  case coarseLocation = "coarse-location"
  /// Nothing says where it was seen.
  case locationUnverified = "location-unverified"
  /// One picture shows the same payload and symbology at two disjoint outlines.
  case cloneSuspect = "clone-suspect"
  /// Devices saw it at different places, and the books know of no move between.
  case contested
  /// Seen while the books say retired, disposed, lost or stolen.
  case statusConflict = "status-conflict"
  case movedDuringCount = "moved-during-count"
  /// No picture proves it.
  case manualEntry = "manual-entry"
  /// Read by agreement of weak readings only.
  case weakRead = "weak-read"
  /// The device's clock was more than five minutes ahead.
  case clockSuspect = "clock-suspect"
  /// Not seen in the deciding round, but in an earlier one.
  case seenInPriorRound = "seen-in-prior-round"

  /// Whether the line must be looked at by a person before anything is posted.
  package var blocksPosting: Bool {
    switch self {
    case .cloneSuspect, .contested, .statusConflict: true
    default: false
    }
  }
}

/// What an event did for the result: exactly one for each.
package enum Disposition: String, Sendable, CaseIterable, Codable {
  /// The sighting that an outcome rests on.
  case decisive
  /// Says the same as the decisive sighting.
  case repeated
  /// Says another location than the decisive sighting, which came later.
  case superseded
  /// Counts for a round that did not decide.
  case priorRound = "prior-round"
  /// Told where the next scans were made.
  case context
  /// Told that a location was counted completely.
  case coverage
  case unknown
  case ambiguous
  case voided
  case voidMarker = "void-marker"
  /// Came after the result was approved.
  case late
}
