/// The result of a stocktake: a line for each asset that matters, and what each event did.
package struct Reconciliation: Sendable {
  /// Expected and unexpected assets, sorted by id.
  package let lines: Lines
  /// Codes that belong to no asset, sorted by code, each once.
  package let unknown: [UnknownCode]
  /// Codes that belong to several assets, sorted by code, each once.
  package let ambiguous: [AmbiguousCode]
  package let dispositions: Dispositions
  /// Which locations were counted completely.
  package let covered: CoveredLocations

  /// The expected assets, sorted by id.
  package var expected: [String] {
    lines.lazy.filter { $0.outcome.isOfExpected }.map(\.asset)
  }

  /// What is said of one asset.
  package struct Line: Sendable, Equatable {
    package let asset: String
    package let outcome: Outcome
    /// Where the books had it at the opening.
    package let home: String?
    let flagSet: FlagSet
    /// The round whose observations decided.
    package let round: Int
    /// The client event id of the sighting that decided; nil where the asset wasn't seen.
    package let decisive: String?
    /// Where it was seen; nil where it wasn't or where nothing says where.
    package let seenAt: String?
    /// The books at the decisive sighting, or at the end where there is none.
    package let bookLocation: String?
    package let bookStatus: AssetStatus
    /// The event by which the final book location was covered in the deciding round.
    package let coveredBy: String?

    /// Sorted by name.
    package var flags: [Flag] { flagSet.flags }
  }

  /// A code with several owners.
  package struct AmbiguousCode: Sendable, Equatable {
    package let code: String
    /// Asset ids, sorted.
    package let candidates: [String]
  }
}
