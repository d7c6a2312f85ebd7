package import Inventory

/// What a stocktake found, as a value: every format of the report is made of it.
///
/// Its JSON is the contract of `tally stocktake report --format json`; the hash is over the
/// canonical form with an empty `hash`, so the same version is the same bytes wherever it is made.
package struct StocktakeReport: Sendable, Equatable, Codable {
  package var stocktake: Header
  package var summary: Summary
  package var progress: [Progress]
  /// Expected and unexpected assets, by tag.
  package var lines: [Line]
  package var unknown: [Unknown]
  package var ambiguous: [Ambiguous]
  /// Labels that were voided, retired or replaced; nil for none.
  package var endedLabels: [EndedLabel]?
  package var counters: [Counter]
  /// Events by what they did.
  package var dispositions: [String: Int]
  /// `sha256:…`; empty while it is being computed.
  package var hash: String

  private enum CodingKeys: String, CodingKey {
    case stocktake, summary, progress, lines, unknown, ambiguous, counters, dispositions, hash
    case endedLabels = "ended_labels"
  }

  /// Which stocktake, and by which rules.
  package struct Header: Sendable, Equatable, Codable {
    package let number: Int
    package let name: String
    /// `review` for a stocktake that was closed; any other state makes the report provisional.
    package let state: StocktakeState
    package let scope: [String]
    package let policy: StocktakePolicy
    package let openedBy: String
    package let openedAt: String
    package let closedBy: String?
    package let closedAt: String?
    /// The number of log entries that the report rests on.
    package let checkpoint: Int

    private enum CodingKeys: String, CodingKey {
      case number, name, state, scope, policy, checkpoint
      case openedBy = "opened_by"
      case openedAt = "opened_at"
      case closedBy = "closed_by"
      case closedAt = "closed_at"
    }
  }

  /// Counts, and what they come to.
  package struct Summary: Sendable, Equatable, Codable {
    package let expected: Int
    /// Every outcome by its name, also those that didn't occur.
    package let outcomes: [String: Int]
    package let unknown: Int
    package let ambiguous: Int
    package let events: Int
    /// found / (expected − excused − not counted); nil where nothing was counted.
    package let locationAccuracy: Double?
    /// (found + misplaced) / the same.
    package let existenceAccuracy: Double?

    private enum CodingKeys: String, CodingKey {
      case expected, outcomes, unknown, ambiguous, events
      case locationAccuracy = "location_accuracy"
      case existenceAccuracy = "existence_accuracy"
    }
  }

  /// How far one location is.
  package struct Progress: Sendable, Equatable, Codable {
    package let location: String
    package let name: String
    package let expected: Int
    /// Of the expected, by outcome.
    package let outcomes: [String: Int]
    /// Seen here, and belonging elsewhere.
    package let strangers: Int
    /// Whether somebody looked everywhere in it.
    package let covered: Bool
  }

  /// One asset.
  package struct Line: Sendable, Equatable, Codable {
    package let asset: String
    package let name: String
    package let outcome: Outcome
    package let flags: [Flag]
    package let bookLocation: String?
    package let bookStatus: AssetStatus
    package let seenAt: String?
    package let round: Int
    /// The sighting that decided; nil where the asset wasn't seen.
    package let decisive: Sighting?

    private enum CodingKeys: String, CodingKey {
      case asset, name, outcome, flags, round, decisive
      case bookLocation = "book_location"
      case bookStatus = "book_status"
      case seenAt = "seen_at"
    }
  }

  /// A scan, and what proves it.
  package struct Sighting: Sendable, Equatable, Codable {
    package let event: String
    package let code: String
    package let symbology: String?
    package let location: String?
    package let at: String
    package let device: String
    package let counter: String?
    package let evidence: Evidence?
  }

  /// A code without an asset.
  package struct Unknown: Sendable, Equatable, Codable {
    package let code: String
    package let kind: UnknownCode.Class
    package let scans: [Sighting]

    private enum CodingKeys: String, CodingKey {
      case code, scans
      case kind = "class"
    }
  }

  /// A code with several assets.
  package struct Ambiguous: Sendable, Equatable, Codable {
    package let code: String
    package let candidates: [String]
  }

  /// Who counted, with what, and when.
  package struct Counter: Sendable, Equatable, Codable {
    package let counter: String?
    package let device: String
    package let events: Int
    package let first: String
    package let last: String
  }
}
